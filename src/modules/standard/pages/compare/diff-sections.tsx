import { Checkbox } from 'antd'
import { useSearchParams } from 'react-router'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { Change, EditionDiff } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ChangeRow } from './change-row.tsx'
import { countsOf, groupsOf } from './change-view.ts'

type Section = EditionDiff['sections'][number]
const CHANGES = ['changed', 'added', 'removed'] as const

/** One part of the standard at a time: its differences in groups, filtered by kind. Part and kinds stand in the address. */
export function DiffSections({ diff }: { readonly diff: EditionDiff }) {
  const language = useLanguage()
  const words = useWords(zh, en).compare
  const [address, setAddress] = useSearchParams()
  const section = diff.sections.find(one => one.id === address.get('section')) ?? diff.sections[0]
  const hidden = (address.get('hide') ?? '').split(' ')
  if (!section) return null
  const set = (name: string, value: string) =>
    setAddress(
      now => {
        const next = new URLSearchParams(now)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <>
      <div className="z-compare-tabs" role="tablist">
        {diff.sections.map(one => (
          <button key={one.id} type="button" role="tab" aria-selected={one === section} onClick={() => set('section', one.id)}>
            {one[language]}
            <span className="z-note">{one.changes.length}</span>
          </button>
        ))}
      </div>
      <div className="z-compare-kinds z-no-print">
        {CHANGES.map(kind => (
          <Checkbox
            key={kind}
            checked={!hidden.includes(kind)}
            onChange={event =>
              set('hide', (event.target.checked ? hidden.filter(one => one !== kind) : [...hidden, kind]).join(' ').trim())
            }
          >
            {fill(words.section, { name: words[kind], n: countsOf(section.changes)[kind] })}
          </Checkbox>
        ))}
      </div>
      <SectionChanges section={section} diff={diff} changes={section.changes.filter(change => !hidden.includes(change.kind))} />
    </>
  )
}

type ChangesProps = { readonly section: Section; readonly diff: EditionDiff; readonly changes: readonly Change[] }

function SectionChanges({ section, diff, changes }: ChangesProps) {
  const all = useWords(zh, en)
  const language = useLanguage()
  if (changes.length === 0) return <p className="z-std-silent">{all.compare.noneOfKind}</p>
  return (
    <section role="tabpanel" aria-label={section[language]} className="z-compare-list">
      <div className="z-compare-head" aria-hidden="true">
        <span />
        <span>{all.editions[diff.from]}</span>
        <span>{all.editions[diff.to]}</span>
      </div>
      {groupsOf(changes, language).map(group => (
        <div key={group.name} className="z-compare-group">
          {group.name && <h2>{group.name}</h2>}
          {group.changes.map(change => (
            <ChangeRow key={change.path.join('.')} change={change} diff={diff} />
          ))}
        </div>
      ))}
    </section>
  )
}
