import { Select } from 'antd'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import type { Calendar } from '../../answers.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** The year before and after. */
export function YearSwitch({ year, onYear }: { readonly year: number; readonly onYear: (year: number) => void }) {
  const words = useWords(zh, en)
  return (
    <span className="z-year-switch">
      <button
        type="button"
        className="z-icon-button"
        aria-label={words.yearBefore}
        title={words.yearBefore}
        onClick={() => onYear(year - 1)}
      >
        <Icon name="chevron-left" />
      </button>
      <span aria-live="polite">{fill(words.year, { year })}</span>
      <button type="button" className="z-icon-button" aria-label={words.yearAfter} title={words.yearAfter} onClick={() => onYear(year + 1)}>
        <Icon name="chevron-right" />
      </button>
    </span>
  )
}

type PickProps = { readonly calendar: Calendar; readonly change: (part: { readonly scheme: string }) => void }

/** The schemes examined here. */
export function SchemePick({ calendar, change }: PickProps) {
  const words = useWords(zh, en)
  const language = useLanguage()
  if (calendar.schemes.length < 2) return <span className="z-note">{calendar.schemeName[language]}</span>
  return (
    <Select
      aria-label={words.scheme}
      value={calendar.scheme}
      popupMatchSelectWidth={false}
      options={calendar.schemes.map(scheme => ({ value: scheme.id, label: scheme[language] }))}
      onChange={scheme => change({ scheme })}
    />
  )
}
