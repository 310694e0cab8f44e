"""Text in, claims out: a cascade of small stages. See claims.extract for the order they run in."""
