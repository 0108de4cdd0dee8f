import { Segmented } from 'antd'
import { useWords } from '../../../../../ui/words.ts'
import type { Zone } from '../places.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** Where there is no room for three zones, one of them is shown. */
export function ZoneTabs({ zone, onZone }: { readonly zone: Zone; readonly onZone: (zone: Zone) => void }) {
  const words = useWords(zh, en).zones
  const choices = (['facts', 'write', 'look'] as const).map(value => ({ value, label: words[value] }))
  return (
    <div className="z-zone-tabs">
      <Segmented<Zone> block aria-label={words.label} value={zone} options={choices} onChange={onZone} />
    </div>
  )
}
