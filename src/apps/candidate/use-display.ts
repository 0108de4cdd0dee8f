import { useEffect, useState } from '../../ui/hooks.ts'

/** How this person wants to see the paper; remembered on the machine, known to nobody else. */
export type Display = {
  readonly size: number
  readonly theme: (typeof THEMES)[number]
  readonly shortcuts: boolean
  readonly list: boolean
  readonly hideTime: boolean
}

export const THEMES = ['standard', 'high', 'dark'] as const
export const SIZES = [100, 125, 150, 200] as const
const STORED_AS = 'zhiheng-exam-display'
const STANDARD: Display = { size: 100, theme: 'standard', shortcuts: true, list: false, hideTime: false }

/** The settings and a way to change some of them; text size and colours act on the whole document. */
export function useDisplay(): readonly [Display, (change: Partial<Display>) => void] {
  const [display, keep] = useState(readDisplay)
  useEffect(() => {
    document.documentElement.style.fontSize = `${display.size}%`
    document.documentElement.dataset['contrast'] = display.theme
    try {
      localStorage.setItem(STORED_AS, JSON.stringify(display))
    } catch {
      // storage is forbidden: the choice lasts as long as the page
    }
  }, [display])
  return [display, change => keep(old => ({ ...old, ...change }))]
}

function readDisplay(): Display {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? 'null')
    const size = SIZES.find(one => one === (kept as Display | null)?.size) ?? STANDARD.size
    const theme = THEMES.find(one => one === (kept as Display | null)?.theme) ?? STANDARD.theme
    return { ...STANDARD, ...(kept as Partial<Display> | null), size, theme }
  } catch {
    return STANDARD
  }
}
