"""The languages room: what a language provides, and one door to each library that works on text."""
