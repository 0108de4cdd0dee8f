/** The sign of the authority: a shield that holds a key. */
export function Emblem() {
  return (
    <svg className="pki-emblem" width="36" height="36" viewBox="0 0 36 36" aria-hidden="true">
      <path d="M18 3.5 31 8v10c0 7-5.5 12-13 14.5C10.5 30 5 25 5 18V8z" />
      <path d="M18 18a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM18 18v8M18 22h3" />
    </svg>
  )
}
