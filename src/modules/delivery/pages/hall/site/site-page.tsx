import type { ReactNode } from 'react'
import { StateShape, type Tone } from '../../../../../ui/components/mark/state-word.tsx'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { readArming } from '../../../contract.ts'
import type { Me, Site } from '../desk/hall.ts'
import { ArmStep } from './arm-step.tsx'
import { CheckList } from './check-list.tsx'
import { DrillStep } from './drill-step.tsx'
import { OpeningStep } from './opening-step.tsx'
import { PackageStep } from './package-step.tsx'
import { ServerStep } from './server-step.tsx'
import { SittingsStep } from './sittings-step.tsx'
import { type StepState, siteSteps } from './site-steps.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './site.css'

export type SitePageProps = { readonly site: Site; readonly me: Me; readonly offsetMs: number }
const EVERY_SECONDS = 10

/** Everything from an empty server to an armed site, as one list from top to bottom. */
export function SitePage({ site, me, offsetMs }: SitePageProps) {
  const words = useWords(zh, en)
  const arming = useRead(readArming, {}, { everySeconds: EVERY_SECONDS })
  const steps = siteSteps({ state: site.state, arming: arming.data, offsetMs, peer: site.peer?.state ?? 'none' })
  const left = Object.values(steps).filter(state => state !== 'done' && state !== 'look').length
  const purpose = { armed: words.ready, running: words.running, closed: words.closed }[site.state as 'armed'] ?? words.purpose
  return (
    <div className="h-site">
      <PageHead
        title={words.title}
        purpose={purpose}
        waiting={left > 0 && steps.arm !== 'done' ? fill(words.waiting, { n: left }) : undefined}
      />
      <ol className="h-steps">
        <Step n={1} title={words.packages.title} state={steps.package}>
          <PackageStep me={me} />
        </Step>
        <Step n={2} title={words.sittings.title} state={steps.roster}>
          <SittingsStep site={site} />
        </Step>
        <Step n={3} title={words.opening.title} state={steps.papers}>
          <OpeningStep me={me} opened={steps.papers === 'done'} />
        </Step>
        <Step n={4} title={words.drill.title} state={steps.drill}>
          <DrillStep rehearsal={site.site?.rehearsal === true} me={me} />
        </Step>
        <Step n={5} title={words.checks.title} state={steps.checks}>
          <CheckList arming={arming} />
        </Step>
        <Step n={6} title={words.server.title} state={steps.server}>
          <ServerStep offsetMs={offsetMs} peer={site.peer} arming={arming.data} />
        </Step>
        <Step n={7} title={words.arm.title} state={steps.arm}>
          <ArmStep me={me} mayArm={arming.data?.mayArm === true} armed={steps.arm === 'done'} />
        </Step>
      </ol>
    </div>
  )
}

const TONES: Readonly<Record<StepState, Tone>> = { done: 'done', now: 'running', ahead: 'idle', look: 'waiting', blocked: 'failing' }

function Step({
  n,
  title,
  state,
  children,
}: {
  readonly n: number
  readonly title: string
  readonly state: StepState
  readonly children: ReactNode
}) {
  const words = useWords(zh, en)
  return (
    <li className={`h-step h-step-${state}`}>
      <div className="h-step-mark">
        <StateShape tone={TONES[state]} size={20} />
      </div>
      <section aria-label={`${fill(words.step, { n })} ${title}`}>
        <header>
          <span className="h-step-n">{n}</span>
          <h2>{title}</h2>
          <span className="h-step-state">{words.states[state]}</span>
        </header>
        <div className="h-step-body">{children}</div>
      </section>
    </li>
  )
}
