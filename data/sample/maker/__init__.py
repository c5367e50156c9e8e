"""Makes the invented reports of data/sample. Standard library only; the same files on every run."""
