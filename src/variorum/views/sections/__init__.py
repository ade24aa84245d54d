"""Sections: for each section of the page what it shows, as plain values for its template of the same name."""
