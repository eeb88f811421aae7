"""The document on the screen: pages, finding, selecting. `DocumentPane` is the whole middle column."""
