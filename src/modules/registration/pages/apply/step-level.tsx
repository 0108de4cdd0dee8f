import { Radio } from 'antd'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { PAPERS, PAPER_WORDS, SITTING_KINDS, SITTING_WORDS } from '../../core/application/personal-lists.ts'
import type { SittingKind } from '../../core/application/personal-lists.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ChoiceField, DayField, Field, TextField } from './field.tsx'
import type { FormDesk } from './use-form.ts'
import { verdictTones } from './verdict-panel.tsx'

/** Level, site and papers. Every level of the round says whether it is open to this person, and if not from when. */
export function StepLevel({ desk }: { readonly desk: FormDesk }) {
  const words = useWords(zh, en).level
  const { draft, change, view } = desk
  const sites = view.round.sites.map(site => ({ value: site.code, label: site.name }))
  return (
    <>
      <Sheet title={words.levelTitle}>
        <p className="z-note">{words.levelNote}</p>
        <Radio.Group
          className="z-levels"
          value={draft.level}
          onChange={event => change({ level: String(event.target.value), clauseId: '' })}
        >
          {desk.verdicts.map(verdict => (
            <LevelChoice key={verdict.level} desk={desk} level={verdict.level} />
          ))}
        </Radio.Group>
      </Sheet>
      <Sheet title={words.siteTitle}>
        <div className="z-fields">
          <ChoiceField
            path="siteCode"
            label={words.siteNote}
            value={draft.siteCode}
            choices={sites}
            search
            wide
            onChange={siteCode => change({ siteCode })}
          />
        </div>
      </Sheet>
      <Papers desk={desk} />
    </>
  )
}

function LevelChoice({ desk, level }: { readonly desk: FormDesk; readonly level: string }) {
  const language = useLanguage()
  const verdict = desk.verdicts.find(v => v.level === level)
  const name = desk.view.levelNames[level] ?? level
  if (!verdict) return null
  return (
    <Radio value={level} className={desk.draft.level === level ? 'z-level z-level-chosen' : 'z-level'}>
      <span className="z-level-name">{name}</span>
      {!desk.blank && (
        <StateWord tone={verdictTones[verdict.verdict]}>
          <span className="z-wrap">{verdict.told[language]}</span>
        </StateWord>
      )}
    </Radio>
  )
}

function Papers({ desk }: { readonly desk: FormDesk }) {
  const words = useWords(zh, en).level
  const language = useLanguage()
  const { draft, change, view } = desk
  const set = (paper: (typeof PAPERS)[number], part: Partial<(typeof draft.papers)['theory']>) =>
    change({ papers: { ...draft.papers, [paper]: { ...draft.papers[paper], ...part } } })
  return (
    <Sheet title={words.papersTitle}>
      <p className="z-note">{fill(words.papersNote, { months: view.partValidityMonths })}</p>
      {PAPERS.map(paper => (
        <div key={paper} className="z-fields z-paper">
          <Field path={`papers.${paper}.sitting`} label={PAPER_WORDS[paper][language]} wide>
            {() => (
              <Radio.Group
                aria-label={PAPER_WORDS[paper][language]}
                value={draft.papers[paper].sitting}
                options={SITTING_KINDS.map(kind => ({ value: kind, label: SITTING_WORDS[kind][language] }))}
                onChange={event => set(paper, { sitting: event.target.value as SittingKind })}
              />
            )}
          </Field>
          {draft.papers[paper].sitting === 'exempt' && (
            <>
              <DayField
                path={`papers.${paper}.passedOn`}
                label={words.passedOn}
                value={draft.papers[paper].passedOn}
                onChange={passedOn => set(paper, { passedOn })}
              />
              <TextField
                path={`papers.${paper}.ticketNumber`}
                label={words.ticket}
                max={40}
                value={draft.papers[paper].ticketNumber}
                onChange={ticketNumber => set(paper, { ticketNumber })}
              />
            </>
          )}
        </div>
      ))}
    </Sheet>
  )
}
