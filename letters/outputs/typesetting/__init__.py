"""What every printed file needs: the sizes of paper and where things stand on it, the characters that fonts have, typst."""
