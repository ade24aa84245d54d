"""Tables: what is known beforehand: states and organisations, places of the world, words that tell events."""
