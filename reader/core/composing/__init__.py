"""Making a packet: from a folder of files to a version that an approver can sign."""
