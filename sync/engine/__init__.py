"""The laptop's side of the conversation. Knows no window and no vault: both are ports."""
