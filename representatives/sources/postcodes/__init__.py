"""Postcode tables from the large files that a maintainer downloads."""
