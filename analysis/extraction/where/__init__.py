"""The places that a sentence names, and those that the telling around it carries over."""
