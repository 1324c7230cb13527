"""The figures of the foundation; `Benchmarks/README.md` says what each of them means."""
