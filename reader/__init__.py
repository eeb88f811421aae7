"""What a person sees, and what is kept on the laptop."""

__version__ = "0.1.0"
