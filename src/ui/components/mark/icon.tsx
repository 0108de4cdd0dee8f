import { type IconName, iconPaths } from './icon-paths.ts'

/** A line icon beside words; it never stands alone, so it is silent for screen readers. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="z-icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  )
}
