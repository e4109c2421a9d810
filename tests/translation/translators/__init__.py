"""Machines that draft translations."""
