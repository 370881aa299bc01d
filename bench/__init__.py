"""What performance is measured with: ratios against a bare baseline in the same run."""
