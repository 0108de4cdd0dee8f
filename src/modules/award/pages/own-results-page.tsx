import { hundredths, showMarks } from '../../../kernel/marks.ts'
import { localDate } from '../../../kernel/local-date.ts'
import { Radar } from '../../../ui/components/charts/radar.tsx'
import { StateWord } from '../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../ui/components/page/waiting-skeleton.tsx'
import { showDate } from '../../../ui/format.ts'
import { useRead } from '../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { listOwnResults, type OwnResultView } from '../contract.ts'
import './award.css'
import { SkillTable } from './skill-table.tsx'
import { stateTones } from './state-tones.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** 我的成绩: the candidate's published results, newest first. */
export function OwnResultsPage() {
  const words = useWords(zh, en).own
  const read = useRead(listOwnResults, {})
  const nothing = read.data && read.data.results.length + read.data.waiting.length === 0
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} />
      {read.isPending && <WaitingSkeleton lines={6} />}
      {read.isError && <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />}
      {nothing && <EmptyState what={words.empty} how={words.emptyHow} />}
      <div className="z-stack">
        {read.data?.waiting.map(w => (
          <Sheet key={`${w.sessionCode} ${w.level}`}>
            <StateWord tone="waiting" strong>
              {fill(words.waiting, { session: w.sessionCode, title: w.title })}
            </StateWord>
            <p className="z-note">{words.waitingHow}</p>
          </Sheet>
        ))}
        {read.data?.results.map(result => (
          <Result key={`${result.sessionId} ${result.level}`} result={result} />
        ))}
      </div>
    </>
  )
}

function Result({ result }: { readonly result: OwnResultView }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  return (
    <Sheet
      title={`${fill(words.own.session, { session: result.sessionCode })} · ${result.title}`}
      note={fill(words.own.ticket, { ticket: result.ticketNumber })}
    >
      <p className="za-verdict">
        <StateWord tone={stateTones[result.state]} strong>
          {words.states[result.state]}
        </StateWord>
        <span>{words.own.summary[result.state]}</span>
      </p>
      <div className="za-papers">
        {result.papers.map(paper => (
          <PaperMark key={paper.paper} paper={paper} />
        ))}
      </div>
      <Areas result={result} />
      <SkillTable skills={result.skills} />
      <ul className="za-carries">
        {result.carries.map(carry => (
          <li key={carry.paper}>
            {fill(words.own.carry, { paper: words.papers[carry.paper], until: showDate(localDate(carry.until), language) })}
          </li>
        ))}
      </ul>
      {result.certificateNumber && (
        <p className="za-certificate">
          <span>{fill(words.own.certificate, { number: result.certificateNumber })}</span>{' '}
          <a href="/my-certificates">{words.own.seeCertificate}</a>
        </p>
      )}
    </Sheet>
  )
}

/** A paper's mark as a figure, and as a bar with the pass line on it. */
function PaperMark({ paper: { paper, kind, mark, minimum } }: { readonly paper: OwnResultView['papers'][number] }) {
  const words = useWords(zh, en)
  const least = minimum ?? 0
  const short = mark !== null && mark < least
  return (
    <div className="za-paper">
      <span className="za-paper-name">{words.papers[paper]}</span>
      <strong className={short ? 'za-mark za-low' : 'za-mark'}>{mark === null ? words.kinds[kind] : showMarks(hundredths(mark))}</strong>
      {mark !== null && (
        <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
          <rect className="za-track" x="0" y="4" width="100" height="6" />
          <rect className={short ? 'za-bar-low' : 'za-bar'} x="0" y="4" width={mark / 100} height="6" />
          <line className="za-pass" x1={least / 100} x2={least / 100} y1="0" y2="14" />
        </svg>
      )}
      <span className="z-note">
        {kind === 'carried' && <span>{words.kinds.carried}　</span>}
        {mark === null
          ? fill(words.own.passLine, { mark: showMarks(hundredths(least)) })
          : fill(short ? words.own.below : words.own.above, { mark: showMarks(hundredths(Math.abs(mark - least))) })}
      </span>
    </div>
  )
}

/** Where the marks came from: a radar for three areas or more, else their numbers. */
function Areas({ result }: { readonly result: OwnResultView }) {
  const words = useWords(zh, en)
  return (
    <div className="za-areas">
      {result.papers.map(({ paper, minimum }) => {
        const areas = result.areas.filter(a => a.paper === paper)
        const title = fill(words.own.radar, { paper: words.papers[paper] })
        if (areas.length === 0) return null
        if (areas.length < 3) return <AreaBars key={paper} title={title} areas={areas} passLine={(minimum ?? 0) / 100} />
        return (
          <Radar
            key={paper}
            title={title}
            passLine={(minimum ?? 0) / 100}
            skills={areas.map(a => ({ label: a.label, mine: a.outOf100 }))}
          />
        )
      })}
    </div>
  )
}

function AreaBars({
  title,
  areas,
  passLine,
}: {
  readonly title: string
  readonly areas: OwnResultView['areas']
  readonly passLine: number
}) {
  return (
    <figure className="za-bars">
      <figcaption>{title}</figcaption>
      {areas.map(area => (
        <p key={area.label}>
          <span>{area.label}</span>
          <strong className={area.outOf100 < passLine ? 'za-low' : ''}>{area.outOf100}</strong>
        </p>
      ))}
    </figure>
  )
}
