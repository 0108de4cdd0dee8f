/** Line drawings of what is sold, by words of its title or category; each on a 64 × 48 sheet. */
const DRAWINGS: readonly (readonly [words: readonly string[], path: string])[] = [
  [['相机', '镜头'], 'M12 14h10l3-5h14l3 5h10v26H12zM32 20a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM32 24a4 4 0 1 0 0 8M45 18h4'],
  [['表', '钟'], 'M32 8a16 16 0 1 0 0 32 16 16 0 0 0 0-32zM32 14v10l7 5M28 4h8M32 4v4'],
  [['书', '画'], 'M32 12c-5-3-12-4-20-3v29c8-1 15 0 20 3 5-3 12-4 20-3V9c-8-1-15 0-20 3zM32 12v29'],
  [['壶', '茶罐', '茶'], 'M20 20h22c2 6 1 14-4 19H24c-5-5-6-13-4-19zM42 24c8-2 10 8-1 10M20 25c-6-2-8-6-10-10M27 20c0-5 8-5 8 0M31 14v2'],
  [['碗', '瓷', '缸'], 'M12 16h40c0 12-6 20-14 22v3H26v-3c-8-2-14-10-14-22zM16 22c8 4 24 4 32 0'],
  [['算盘', '文玩', '墨'], 'M8 10h48v30H8zM8 20h48M18 10v30M32 10v30M46 10v30M15 15h6M29 15h6M43 15h6M15 28h6M29 33h6M43 26h6'],
  [['收音机', '电器'], 'M10 14h44v26H10zM16 8l14 6M22 20a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM36 22h12M36 27h12M38 34h2M46 34h2'],
  [['扇'], 'M32 42L10 22a28 28 0 0 1 44 0zM32 42L18 16M32 42l-7-28M32 42l7-28M32 42l14-26M32 42v4'],
  [['望远镜'], 'M10 22l26-10 6 14-26 10zM36 12l10-4 8 18-12 4M26 32l-8 12M30 30l10 14'],
  [['屏风', '绣', '织'], 'M14 8h36v30H14zM10 38h44M22 30c4-10 8-10 10 0 2-10 6-10 10 0M32 30V16M28 18l4-4 4 4'],
]
const PLAIN = 'M14 14l18-7 18 7v20l-18 7-18-7zM14 14l18 7 18-7M32 21v20M23 10.5l18 7'

/** A drawing of the thing; a parcel for what has none. */
export function Emblem({ about }: { readonly about: string }) {
  const path = DRAWINGS.find(([names]) => names.some(name => about.includes(name)))?.[1] ?? PLAIN
  return (
    <svg className="pai-emblem" viewBox="0 0 64 48" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
