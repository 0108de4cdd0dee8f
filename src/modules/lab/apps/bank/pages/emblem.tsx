/** The sign of the bank: a coin with its square hole above the waves of the lake. */
export function Emblem() {
  return (
    <svg className="bank-emblem" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="14" cy="12" r="9" />
      <path d="M11 9h6v6h-6zM3 23.5c2.7-2 5-2 7.3 0s4.7 2 7.4 0 5-2 7.3 0" />
    </svg>
  )
}
