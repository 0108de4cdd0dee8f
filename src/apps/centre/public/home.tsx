import { Icon } from '../../../ui/components/mark/icon.tsx'
import type { IconName } from '../../../ui/components/mark/icon-paths.ts'
import { SealMark } from '../../../ui/components/mark/seal-mark.tsx'
import { useWords } from '../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const steps = [
  ['training', 'book'],
  ['laboratory', 'laboratory'],
  ['application', 'application'],
  ['exam', 'seat'],
  ['marking', 'mark'],
  ['certificate', 'certificate'],
  ['lookUp', 'search'],
] as const satisfies readonly (readonly [keyof typeof zh.steps, IconName])[]
const doors = ['candidate', 'institution', 'employer'] as const

/** The home page: what the platform is, the two ways in, and how a certificate comes about. */
export function HomePage() {
  const words = useWords(zh, en)
  return (
    <>
      <section className="z-hero">
        <span className="z-hero-seal">
          <SealMark size={168} />
        </span>
        <h1>{words.title}</h1>
        <p className="z-reading">{words.lead}</p>
        <p className="z-hero-acts">
          <a className="z-button z-button-primary z-button-large" href="/certificates">
            {words.lookUp}
          </a>
          <a className="z-button z-button-large" href="/sign-in">
            {words.signIn}
          </a>
        </p>
      </section>
      <section className="z-chain">
        <h2>{words.chain}</h2>
        <ol>
          {steps.map(([step, icon]) => (
            <li key={step}>
              <Icon name={icon} size={28} />
              <strong>{words.steps[step].name}</strong>
              <span>{words.steps[step].note}</span>
            </li>
          ))}
        </ol>
      </section>
      <Doors />
    </>
  )
}

function Doors() {
  const words = useWords(zh, en)
  return (
    <section className="z-doors">
      {doors.map(door => (
        <div key={door}>
          <h2>{words.doors[door].name}</h2>
          <p>{words.doors[door].text}</p>
        </div>
      ))}
    </section>
  )
}
