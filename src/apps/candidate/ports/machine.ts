/** What the page can tell of its machine. */
export type Machine = {
  battery(): Promise<{ readonly percent: number; readonly charging: boolean } | null>
  /** How often the page has lost the focus since it was opened. */
  focusLost(): number
}

type Battery = { readonly level: number; readonly charging: boolean }

/** The browser's own knowledge; a browser that does not tell is not asked again. */
export function browserMachine(): Machine {
  let losses = 0
  addEventListener('blur', () => (losses += 1))
  return {
    focusLost: () => losses,
    async battery() {
      const ask = (navigator as Navigator & { readonly getBattery?: () => Promise<Battery> }).getBattery
      if (typeof ask !== 'function') return null
      const told = await ask.call(navigator).catch(() => null)
      return told === null ? null : { percent: Math.round(told.level * 100), charging: told.charging }
    },
  }
}
