/** The sign of the platform: two hands of a scale that meet in the middle. */
export function Emblem() {
  return (
    <svg className="pay-emblem" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M3 8h26v17H3z" />
      <path d="M3 13h26M8 20h5" />
      <path d="m18 20 2.5 2.5L26 17" />
    </svg>
  )
}
