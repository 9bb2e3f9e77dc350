"""From a parsed report to its findings: ``steps`` holds the order, one file each the kinds."""
