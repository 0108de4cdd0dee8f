/**
 * The look of Zhiheng, once: ink, paper, one primary colour, one seal.
 * Ant Design's theme, the style sheets (`@zhiheng-tokens` in base.css) and the charts all read this table.
 */
export const colour = {
  /** 墨: text and headings. */
  ink: '#1B2430',
  /** 宣纸: the page, the sheet that lies on it, the inset pressed into it. */
  paper: '#FAF8F4',
  sheet: '#FFFFFF',
  inset: '#F1EEE7',
  /** 石青: the one primary colour: actions, links, selection. */
  azurite: '#1F5FA8',
  azuriteHover: '#194E8A',
  azuriteTint: '#E8F0F9',
  /** 朱砂: the seal, destructive acts, failing; never decoration. */
  cinnabar: '#B93A2B',
  cinnabarHover: '#9A2F22',
  cinnabarTint: '#FAEDEA',
  /** 竹青: passed, saved, armed. */
  bamboo: '#3B7A57',
  bambooTint: '#E9F2EC',
  /** 藤黄: waiting, attention. Too light for text on paper: it colours shapes, the word beside them stays ink. */
  gamboge: '#C98A1B',
  gambogeTint: '#FBF3E2',
  /** 黛: secondary text and rules. */
  slate: '#5B6776',
  line: '#DDD8CE',
  /** The edge of a control must be seen at 3:1, which the hairline colour cannot give. */
  controlLine: '#8E887B',
} as const

export const type = {
  family: '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif',
  /** English first takes its quotation marks and apostrophes from a Latin face; Chinese faces draw them a whole square wide. */
  latin:
    '"Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
  mono: 'ui-monospace, "SFMono-Regular", Consolas, "Noto Sans Mono CJK SC", monospace',
  /** Pixel sizes: note, text, lead, section, page, figure. */
  sizes: { note: 12, text: 14, lead: 16, section: 20, page: 24, figure: 32 },
  reading: 1.6,
  table: 1.4,
  weights: { plain: 400, strong: 600 },
} as const

export const space = {
  /** All distances are multiples of this. */
  grid: 8,
  radius: 6,
  row: 40,
  topBar: 56,
  sideNav: 216,
  content: 1200,
} as const

/** The one shadow, for what floats over the page. */
export const floatShadow = '0 8px 28px rgba(27, 36, 48, 0.14), 0 0 0 1px rgba(27, 36, 48, 0.06)'

const kebab = (name: string) => name.replace(/[A-Z]/g, capital => `-${capital.toLowerCase()}`)

/** The tokens as CSS custom properties, name without the leading dashes → value. */
export function cssVariables(): Readonly<Record<string, string>> {
  const entries: [string, string][] = [
    ...Object.entries(colour).map(([name, value]): [string, string] => [`z-${kebab(name)}`, value]),
    ...Object.entries(type.sizes).map(([name, px]): [string, string] => [`z-size-${name}`, `${px / 16}rem`]),
    ...Object.entries(space).map(([name, px]): [string, string] => [`z-${kebab(name)}`, `${px}px`]),
    ['z-family', type.family],
    ['z-latin', type.latin],
    ['z-mono', type.mono],
    ['z-reading', String(type.reading)],
    ['z-table-line', String(type.table)],
    ['z-float', floatShadow],
  ]
  return Object.fromEntries(entries)
}

/** Contrast of two `#RRGGBB` colours after WCAG 2.2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
