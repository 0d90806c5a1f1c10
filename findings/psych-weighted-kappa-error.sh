#!/bin/sh
# psych 2.2.9 (Debian 12, r-cran-psych): the standard error of weighted kappa depends on which of the two raters is in the rows.
#
# cohen.kappa() on the 200 subjects of its own example, quadratic weights, gives .0699; with rows and columns exchanged .0643. Weighted kappa, and its
# large-sample error by Fleiss, Cohen & Everitt 1969, which the help page names as the source, treat both raters alike. vcd 1.4-11, Kappa() with
# Fleiss-Cohen weights, gives .0665 both ways; so does the formula computed by hand below, and 100,000 bootstrap samples gave .0665. The value, .4545, and
# the error of the unweighted kappa, .0510, are the same in all of them. An interval of weighted kappa from psych is too wide or too narrow by some 5 %
# here.
#
# Needs R 4.2 and apt of Debian 12; unpacks the packages into a temporary folder. Exit 0: seen as told here; 1: something has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download r-cran-psych=2.2.9-1 r-cran-vcd=1:1.4-11-1 r-cran-mnormt r-cran-nlme r-cran-lattice r-cran-mass r-cran-colorspace r-cran-lmtest \
  r-cran-zoo >apt.log 2>&1 || { cat apt.log; exit 1; }
for package in *.deb; do dpkg-deb -x "$package" .; done

cat >ask.R <<'R'
suppressMessages({ library(psych); library(vcd) })
raters <- matrix(c(88, 10, 2, 14, 40, 6, 18, 10, 12), 3, byrow = TRUE)
byHand <- function(counts) {
  n <- sum(counts); p <- counts / n; rows <- rowSums(p); columns <- colSums(p)
  w <- 1 - outer(1:3, 1:3, function(i, j) (i - j)^2) / 4
  observed <- sum(w * p); chance <- sum(w * outer(rows, columns))
  mean <- outer(as.vector(w %*% columns), as.vector(rows %*% w), "+")
  spread <- sum(p * (w * (1 - chance) - mean * (1 - observed))^2) - (observed * chance - 2 * chance + observed)^2
  sqrt(spread / (n * (1 - chance)^4))
}
said <- function(name, of) cat(sprintf("%s: %.4f, exchanged %.4f\n", name, of(raters), of(t(raters))))
said("weighted kappa, psych", function(x) cohen.kappa(x)$weighted.kappa)
said("weighted kappa, vcd", function(x) Kappa(x, "Fleiss-Cohen")$Weighted[["value"]])
said("its error, psych", function(x) sqrt(cohen.kappa(x)$var.weighted))
said("its error, vcd", function(x) Kappa(x, "Fleiss-Cohen")$Weighted[["ASE"]])
said("its error, by hand", byHand)
R

seen=$(R_LIBS="$folder/usr/lib/R/site-library:$folder/usr/lib/R/library" Rscript ask.R)
echo "$seen"
expected='weighted kappa, psych: 0.4545, exchanged 0.4545
weighted kappa, vcd: 0.4545, exchanged 0.4545
its error, psych: 0.0699, exchanged 0.0643
its error, vcd: 0.0665, exchanged 0.0665
its error, by hand: 0.0665, exchanged 0.0665'
if [ "$seen" != "$expected" ]; then
  printf 'That has changed. Expected:\n%s\n' "$expected"
  exit 1
fi
