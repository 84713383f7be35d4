"""One module for each page that the navigation can show."""
