"""What both ends agree on, the laptop's side of the conversation, and the hub. Knows no Qt."""
