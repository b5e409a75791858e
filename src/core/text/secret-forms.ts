/**
 * How keys and tokens are written that providers document, and whatever stands behind the word for one:
 * a value with a digit in it, as prose about tokens has none.
 */
export const SECRET_FORMS: readonly RegExp[] = [
  // PEM (RFC 7468); the key itself lies between its first and last line.
  /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY-----(?:[A-Za-z0-9+/=\s]{0,10000}-----END [A-Z0-9 ]{0,30}PRIVATE KEY-----)?/gu,
  // GitHub, GitLab, Slack, AWS, Google, Stripe and npm.
  /\b(?:gh[oprsu]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,64})/gu,
  /\bxox[abeoprs]-[A-Za-z0-9-]{8,255}/gu,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/gu,
  /\bAIza[\w-]{35}/gu,
  /\b[rs]k_(?:live|test)_[A-Za-z0-9]{10,255}/gu,
  /\bnpm_[A-Za-z0-9]{36}\b/gu,
  // Services of language models.
  /\b(?:g?sk-|gsk_)(?=[\w-]{0,200}\d)[\w-]{16,255}/gu,
  /\b(?:hf|r8)_[A-Za-z0-9]{16,255}|\bnvapi-[\w-]{16,255}/gu,
  // What stands behind `Bearer` in a header (RFC 6750), and the password in an address (RFC 3986).
  /(?<=\bBearer[ \t])(?=[\w.~+/-]{0,200}\d)[\w.~+/-]{8,2000}={0,2}/giu,
  /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{0,100}:)[^\s:@/]{3,255}(?=@)/giu,
  // A JSON Web Token (RFC 7519).
  /\beyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{8,1000}/gu,
  /\b(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key)["']?[=:][ \t]?["']?(?=[^\s"',;]{0,200}\d)[^\s"',;]{6,255}/giu,
];
