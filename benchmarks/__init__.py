"""Measuring giar beside Hugo on the same synthetic reports; see benchmarks/README.md."""
