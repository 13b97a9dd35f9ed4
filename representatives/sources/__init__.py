"""Maintainers' tool: official files -> data/, one module a country."""
