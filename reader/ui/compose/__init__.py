"""Making a packet: the secretary's screen."""
