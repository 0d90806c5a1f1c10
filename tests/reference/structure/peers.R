# Reads a number of parties, their distances, and two maps of them; prints what R makes of them, a line each.
suppressPackageStartupMessages(library(vegan))
numbers <- scan(file("stdin"), quiet = TRUE)
size <- numbers[1]
next_after <- function(start, columns) matrix(numbers[start + seq_len(size * columns)], size, columns, byrow = TRUE)
distances <- as.dist(next_after(1, size))
target <- next_after(1 + size * size, 2)
points <- next_after(1 + size * size + 2 * size, 2)
scaled <- cmdscale(distances, k = 2, eig = TRUE)
joined <- hclust(distances, "average")
turned <- procrustes(target, points, scale = FALSE)
for (line in list(
  scaled$points[, 1], scaled$points[, 2], scaled$GOF[1], joined$height, cutree(joined, 4),
  fitted(turned)[, 1], fitted(turned)[, 2], sqrt(turned$ss / size)
)) cat(sprintf("%.17g", line), "\n")
