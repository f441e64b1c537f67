"""Akoma Ntoso: the XML of parliaments and archives."""
