# Writes test/statistics/fixtures/*.json: what R says, with the line of R that says it.
#
#   Rscript scripts/statistics-fixtures.R && npx prettier --write test/statistics/fixtures
#
# Needs R 4 and its recommended package survival. The tests only read the files.
# Each case is an input, the expression below evaluated for it, and its value(s) with 17 digits.

library(survival)

# --- What R has no function for, as plain as possible -------------------------------------------

# Twice the smaller mid-p tail of a discrete distribution.
mid_p <- function(less, equal, more) min(1, 2 * (min(less, more) + equal / 2))

# The root of a monotone function, to the last digits that uniroot can tell.
root <- function(f, low, high) uniroot(f, c(low, high), tol = 1e-15, maxiter = 10000)$root

# Ratio of two rates, a events in e against b in f: binomial share of a with mid-p tails of 2.5 %.
rate_ratio_mid_p <- function(a, e, b, f) {
  mid <- function(p) pbinom(a - 1, a + b, p) + dbinom(a, a + b, p) / 2
  odds <- function(p) p / (1 - p) * f / e
  c(if (a == 0) 0 else odds(root(function(p) mid(p) - 0.975, 0, 1)),
    if (b == 0) Inf else odds(root(function(p) mid(p) - 0.025, 0, 1)))
}

# Odds ratio of a of m against b of n: noncentral hypergeometric with mid-p tails of 2.5 %.
odds_ratio_mid_p <- function(a, m, b, n) {
  k <- max(0, a + b - n):min(m, a + b)
  mid <- function(log_odds) {
    log_weight <- lchoose(m, k) + lchoose(n, a + b - k) + k * log_odds
    weight <- exp(log_weight - max(log_weight))
    (sum(weight[k < a]) + sum(weight[k == a]) / 2) / sum(weight)
  }
  c(if (a == min(k)) 0 else exp(root(function(x) mid(x) - 0.975, -40, 40)),
    if (a == max(k)) Inf else exp(root(function(x) mid(x) - 0.025, -40, 40)))
}

# Ratio of shares by the score test: for each ratio, the chi square of the counts against the best
# shares with that ratio, which are found by optimising the likelihood.
ratio_score <- function(a, m, b, n) {
  distance <- function(log_ratio) {
    ratio <- exp(log_ratio)
    loss <- function(q) -dbinom(a, m, ratio * q, log = TRUE) - dbinom(b, n, q, log = TRUE)
    slope <- function(q) (a - m * ratio * q) / (q * (1 - ratio * q)) + (b - n * q) / (q * (1 - q))
    top <- min(1, 1 / ratio)
    q <- root(slope, top * 1e-12, top * (1 - 1e-12))
    p <- ratio * q
    (a - m * p)^2 / (m * p * (1 - p)) + (b - n * q)^2 / (n * q * (1 - q)) - qchisq(0.95, 1)
  }
  estimate <- log((a / m) / (b / n))
  c(exp(root(distance, estimate - 8, estimate - 1e-6)), exp(root(distance, estimate + 1e-6, estimate + 8)))
}

# All ways to choose which values are the group's: the exact p value with ties, by strata.
permutation_p <- function(...) {
  sums <- 0
  seen <- 0
  for (stratum in list(...)) {
    ranks <- rank(c(stratum[[1]], stratum[[2]]))
    chosen <- combn(length(ranks), length(stratum[[1]]), function(i) sum(ranks[i]))
    sums <- c(outer(sums, chosen, "+"))
    seen <- seen + sum(ranks[seq_along(stratum[[1]])])
  }
  min(1, 2 * min(mean(sums <= seen), mean(sums >= seen)))
}

# All untied orders of sizes m against n, by strata: how often there are fewer than k larger pairs.
larger_pairs_below <- function(k, ...) {
  sums <- 0
  for (size in list(...)) {
    larger <- combn(sum(size), size[1], function(i) sum(i)) - size[1] * (size[1] + 1) / 2
    sums <- c(outer(sums, larger, "+"))
  }
  mean(sums < k)
}

# Exact power of Fisher's test with mid-p at the level, n in each group.
share_power <- function(p, q, n, level) {
  reject <- outer(0:n, 0:n, Vectorize(function(a, b) {
    mid_p(phyper(a - 1, n, n, a + b), dhyper(a, n, n, a + b), phyper(a, n, n, a + b, lower.tail = FALSE)) <= level
  }))
  sum(reject * outer(dbinom(0:n, n, p), dbinom(0:n, n, q)))
}

# Spiegelhalter 2005, A.1.1.
funnel_limit <- function(p, n, share) {
  r <- qbinom(p, n, share)
  (r - (pbinom(r, n, share) - p) / dbinom(r, n, share)) / n
}

# --- Writing -------------------------------------------------------------------------------------

number <- function(x) ifelse(is.na(x), "null", ifelse(is.infinite(x), '"Infinity"', sprintf("%.17g", x)))
text <- function(x) paste0('"', gsub('"', '\\\\"', x), '"')
array_of <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")

# input: a named list of numbers, vectors or lists of vectors; expression: R, with those names.
json_value <- function(x) {
  if (is.list(x)) return(paste0("[", paste(vapply(x, json_value, ""), collapse = ", "), "]"))
  if (is.logical(x)) return(paste0("[", paste(tolower(x), collapse = ", "), "]"))
  if (length(x) == 1 && is.null(attr(x, "many"))) number(x) else array_of(x)
}
many <- function(...) structure(c(...), many = TRUE)

write_cases <- function(topic, expression, inputs) {
  cases <- vapply(inputs, function(input) {
    value <- eval(parse(text = expression), input, globalenv())
    fields <- paste0(text(names(input)), ": ", vapply(input, json_value, ""), collapse = ", ")
    sprintf('{"input": {%s}, "value": %s}', fields, array_of(as.numeric(value)))
  }, "")
  body <- sprintf('{"r": %s, "cases": [%s]}\n', text(expression), paste(cases, collapse = ",\n"))
  cat(body, file = file.path("test", "statistics", "fixtures", paste0(topic, ".json")))
}

rows <- function(...) {
  frame <- expand.grid(...)
  lapply(seq_len(nrow(frame)), function(i) as.list(frame[i, , drop = FALSE]))
}
columns <- function(names, ...) lapply(list(...), function(values) setNames(as.list(values), names))

# --- Distributions --------------------------------------------------------------------------------

write_cases("normal", "c(pnorm(z), qnorm(p))",
  columns(c("z", "p"), c(-8, 1e-6), c(-1.96, 0.001), c(0, 0.3), c(0.7, 0.5), c(3, 0.975), c(6, 0.9999)))
write_cases("gamma", "qgamma(upper, shape, lower.tail = FALSE)",
  rows(upper = c(0.001, 0.025, 0.5, 0.975, 0.999), shape = c(1, 2, 7, 40, 900)))
write_cases("binomial", "c(pbinom(k, n, p), dbinom(k, n, p))",
  columns(c("k", "n", "p"), c(0, 6, 0.5), c(3, 11, 0.04), c(20, 40, 0.5), c(39, 40, 0.9), c(40, 40, 0.9),
    c(17, 300, 0.1), c(510, 1000, 0.5), c(0, 1000, 0.001)))

# --- Intervals ------------------------------------------------------------------------------------

write_cases("wilson", "suppressWarnings(prop.test(x, n, conf.level = confidence, correct = FALSE))$conf.int",
  columns(c("x", "n", "confidence"), c(4, 11, 0.95), c(0, 7, 0.95), c(7, 7, 0.95), c(1, 1, 0.95),
    c(12, 40, 0.9), c(3, 200, 0.99), c(450, 1000, 0.95)))
write_cases("poisson", "poisson.test(x, time, conf.level = confidence)$conf.int",
  columns(c("x", "time", "confidence"), c(0, 1, 0.95), c(1, 1, 0.95), c(4, 12, 0.95), c(17, 3.5, 0.9),
    c(250, 52, 0.99), c(3, 0.25, 0.95)))
write_cases("quantile", "quantile(values, share, type = 7)",
  list(list(values = many(15, 20, 35, 40, 50), share = 0.9), list(values = many(3), share = 0.5),
    list(values = many(9, 100, 30, 8, 7, 6), share = 0.9), list(values = many(0.5, 2, 2, 11), share = 0.5)))
# Ranks of the bounds, from below and from above, and the coverage of both; rank 0 is none.
write_cases("quantile-ranks",
  "{ lower <- qbinom(tail, n, share); upper <- qbinom(tail, n, 1 - share); c(lower, upper, pbinom(lower - 1, n, share), pbinom(upper - 1, n, 1 - share)) }",
  rows(n = c(2, 5, 6, 11, 28, 29, 35, 36, 100, 500), share = c(0.5, 0.9), tail = c(0.025, 0.05)))

# --- Two samples ----------------------------------------------------------------------------------

untied <- list(
  list(x = c(12, 45.5, 33, 71, 20), y = c(18, 9, 25, 7.5, 14, 30)),
  list(x = c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46), y = c(1.15, 0.88, 0.90, 0.74, 1.21)),
  list(x = c(90, 61, 47.5, 120, 33), y = c(20, 8, 41, 15, 12.5, 18, 29.5, 7)),
  list(x = (1:30 * 37) %% 101, y = (1:25 * 53) %% 97 + 0.5),
  list(x = (1:40 * 37) %% 211, y = (1:45 * 53) %% 199 + 0.25))
write_cases("hodges-lehmann",
  "{ t <- wilcox.test(x, y, exact = TRUE, conf.int = TRUE); c(t$estimate, t$conf.int, t$p.value) }", untied)
write_cases("duration-ratio",
  "{ t <- wilcox.test(log(x), log(y), exact = TRUE, conf.int = TRUE); c(exp(c(t$estimate, t$conf.int)), t$p.value) }", untied[1:3])
write_cases("rank-sum-coverage",
  "{ k <- qwilcox(0.025, m, n); c(k, 1 - 2 * pwilcox(k - 1, m, n)) }",
  columns(c("m", "n"), c(4, 4), c(5, 6), c(3, 15), c(15, 3), c(10, 10), c(20, 30), c(40, 45)))
write_cases("rank-sum-ties", "permutation_p(list(x, y))", list(
  list(x = c(5, 10, 10, 15), y = c(5, 5, 10, 20, 20, 30)),
  list(x = c(60, 60, 45, 30), y = c(10, 15, 15, 30, 5)),
  list(x = c(1, 1, 1), y = c(1, 1, 1, 1)),
  list(x = c(2, 3, 3, 3, 4, 9, 9, 9), y = c(2, 2, 3, 3))))
write_cases("rank-sum-strata", "permutation_p(list(x1, y1), list(x2, y2))", list(
  list(x1 = c(12, 45.5, 33), y1 = c(18, 9, 25, 7.5), x2 = c(100, 140), y2 = c(90, 120, 60)),
  list(x1 = c(10, 20, 20), y1 = c(5, 10, 5, 15), x2 = c(60, 60), y2 = c(30, 60, 30, 45))))
write_cases("strata-coverage",
  "{ k <- 1; while (larger_pairs_below(k + 1, c(m1, n1), c(m2, n2)) <= 0.025) k <- k + 1; c(k, 1 - 2 * larger_pairs_below(k, c(m1, n1), c(m2, n2))) }",
  columns(c("m1", "n1", "m2", "n2"), c(3, 4, 2, 3), c(4, 4, 3, 5), c(1, 6, 1, 6)))
write_cases("rank-sum-normal", "suppressWarnings(wilcox.test(x, y, exact = FALSE, correct = TRUE)$p.value)", list(
  list(x = (1:60 * 37) %% 101, y = (1:55 * 53) %% 97 + 9),
  list(x = (1:12 * 7) %% 5, y = (1:90 * 11) %% 7)))

write_cases("rate-p", "mid_p(pbinom(a - 1, a + b, e / (e + f)), dbinom(a, a + b, e / (e + f)), pbinom(a, a + b, e / (e + f), lower.tail = FALSE))",
  rates <- columns(c("a", "e", "b", "f"), c(8, 11, 2, 6), c(0, 11, 5, 11), c(5, 11, 0, 11), c(3, 90, 3, 90),
    c(40, 90, 22, 91.5), c(1, 40, 3, 4)))
write_cases("rate-interval", "rate_ratio_mid_p(a, e, b, f)", rates)
write_cases("share-p", "mid_p(phyper(a - 1, m, n, a + b), dhyper(a, m, n, a + b), phyper(a, m, n, a + b, lower.tail = FALSE))",
  shares <- columns(c("a", "m", "b", "n"), c(4, 11, 1, 12), c(0, 11, 5, 11), c(6, 11, 0, 6), c(3, 40, 3, 40),
    c(36, 40, 16, 80), c(30, 100, 12, 100), c(2, 40, 3, 4)))
write_cases("share-odds", "odds_ratio_mid_p(a, m, b, n)", shares)
write_cases("share-ratio", "ratio_score(a, m, b, n)",
  Filter(function(case) case$a > 0 && case$b > 0, shares))
write_cases("share-power", "share_power(p, q, n, 0.05)",
  columns(c("p", "q", "n"), c(0.6, 0.1, 12), c(0.3, 0.1, 40), c(0.5, 0.25, 60), c(0.2, 0, 25),
    c(0.6, 0.1, 13), c(0.6, 0.1, 14), c(0.5, 0.25, 58), c(0.5, 0.25, 59), c(0.2, 0.1, 197), c(0.2, 0.1, 198)))
write_cases("adjusted", "p.adjust(p, method = 'BH')", list(
  list(p = many(0.01, 0.04, 0.03, 0.005, 0.8)), list(p = many(0.5, 0.5, 0.04, 1)), list(p = many(0.2)),
  list(p = many(0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216))))

# --- Time -----------------------------------------------------------------------------------------

lasting <- list(
  list(time = c(6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
    ended = c(rep(TRUE, 9), rep(FALSE, 12))),
  list(time = c(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23), ended = rep(TRUE, 21)),
  list(time = c(3, 5, 8, 14, 30), ended = c(TRUE, FALSE, TRUE, TRUE, FALSE)),
  list(time = c(10, 20, 30, 40), ended = c(TRUE, TRUE, TRUE, TRUE)))
fit <- "s <- summary(survfit(Surv(time, ended) ~ 1, conf.type = 'log-log'))"
write_cases("survival-steps", paste0("{ ", fit, "; c(rbind(s$time, s$n.risk, s$n.event, s$surv)) }"), lasting)
write_cases("survival-bounds", paste0("{ ", fit, "; c(rbind(s$lower, s$upper)) }"), lasting)
write_cases("survival-median", paste0("{ ", fit, "; s$table[c('median', '0.95LCL', '0.95UCL')] }"), lasting)

write_cases("t-chart",
  "{ y <- times^(1 / 3.6); pmax(0, mean(y) + c(0, -1, 1) * 2.66 * mean(abs(diff(y))))^3.6 }", list(
  list(times = c(12, 45, 3, 60, 21, 33, 9, 80, 14, 27)),
  list(times = c(0, 1, 0, 190, 2, 41, 7, 7, 3, 66, 12))))
write_cases("funnel", "c(funnel_limit((1 - confidence) / 2, n, share), funnel_limit((1 + confidence) / 2, n, share))",
  rows(n = c(12, 40, 250), share = c(0.1, 0.36), confidence = c(0.95, 0.998)))
write_cases("log-spread", "median(dist(log(values))) / (sqrt(2) * qnorm(0.75))", list(
  list(values = c(12, 45, 33, 70, 20)), list(values = c(5, 5, 8, 100, 61, 17, 40))))
write_cases("detectable-ratio",
  "exp((qnorm(0.975) + qnorm(0.8)) * sqrt((m + n + 1) / (12 * m * n)) / dnorm(0, sd = spread * sqrt(2)))",
  columns(c("m", "n", "spread"), c(15, 15, 0.8), c(8, 40, 1), c(60, 60, 0.5)))
