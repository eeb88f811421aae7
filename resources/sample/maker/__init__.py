"""Makes the sample packet: one session of a made-up commune council."""
