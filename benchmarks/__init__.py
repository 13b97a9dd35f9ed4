"""What is fast, bounded and steady, shown: python -m benchmarks [NAME...]"""
