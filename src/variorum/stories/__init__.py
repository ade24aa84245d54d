"""Stories: reports to stories, with their sigla. Clustering of a corpus has its place here."""
