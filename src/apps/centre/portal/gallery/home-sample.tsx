import { Button } from 'antd'
import { localDate } from '../../../../kernel/local-date.ts'
import { ProgressJob } from '../../../../ui/components/facts/progress-job.tsx'
import { StateSteps } from '../../../../ui/components/facts/state-steps.tsx'
import { type IconName, iconPaths } from '../../../../ui/components/mark/icon-paths.ts'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { StateWord, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitCards } from '../../../../ui/components/page/wait-card.tsx'
import { showLeft, showMinutes } from '../../../../ui/format.ts'
import { useLanguage } from '../../../../ui/words.ts'
import { useSay } from './say.ts'

type Texts = { readonly zh: string; readonly en: string }

/** The home of a registrar: what waits, and how the states look. */
export function HomeSample() {
  const say = useSay()
  const action = (
    <Button type="primary" onClick={() => notice(say('已保存', 'Saved'))}>
      {say('新建考次', 'New session')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={say('工作台', 'Desk')}
        purpose={say('这里列出等您处理的事项，按紧急程度排列。', 'What waits for you, most urgent first.')}
        action={action}
      />
      <div className="z-stack">
        <Waits />
        <SeasonSteps />
        <Sheet title={say('状态用词', 'States')}>
          <StateWords />
        </Sheet>
        <Sheet title={say('长时任务', 'Long work')}>
          <Jobs />
        </Sheet>
        <Sheet title={say('图标', 'Icons')}>
          <p style={{ display: 'flex', flexWrap: 'wrap', gap: 20 }}>
            {(Object.keys(iconPaths) as IconName[]).map(name => (
              <Icon key={name} name={name} size={24} />
            ))}
          </p>
        </Sheet>
      </div>
    </>
  )
}

function Waits() {
  const say = useSay()
  const language = useLanguage()
  const today = localDate('2026-11-23')
  const left = (day: string) => showLeft(today, localDate(day), language)
  return (
    <WaitCards
      waits={[
        {
          count: 3,
          what: say('份申报待审', 'applications to review'),
          due: say('最早一份', 'the first: ') + left('2026-11-25'),
          to: '/gallery/table',
        },
        {
          count: 1,
          what: say('份结业证书将过期', 'completion proof about to lapse'),
          due: left('2026-11-21'),
          tone: 'failing',
          to: '/gallery/detail',
        },
        {
          count: 1204,
          what: say('张准考证正在生成', 'tickets being made'),
          due: say('约剩', 'about ') + showMinutes(4, language),
          tone: 'running',
          to: '/gallery/form',
        },
      ]}
    />
  )
}

const seasonSteps: readonly Texts[] = [
  { zh: '公布', en: 'Published' },
  { zh: '报名', en: 'Registration' },
  { zh: '资格审查', en: 'Review' },
  { zh: '编场', en: 'Seating' },
  { zh: '考试', en: 'Examination' },
  { zh: '评分', en: 'Marking' },
  { zh: '公布成绩', en: 'Publication' },
]

function SeasonSteps() {
  const say = useSay()
  const language = useLanguage()
  return (
    <Sheet title={say('2026年11月考次', 'Session of November 2026')} note={say('国家统考', 'national')}>
      <StateSteps
        at={3}
        steps={seasonSteps.map((step, at) => ({ name: step[language], note: `11-${String(2 + at * 4).padStart(2, '0')}` }))}
      />
    </Sheet>
  )
}

const toneTexts: readonly (readonly [Tone, Texts])[] = [
  ['done', { zh: '已通过', en: 'Passed' }],
  ['running', { zh: '进行中', en: 'Running' }],
  ['waiting', { zh: '待处理', en: 'Waiting' }],
  ['failing', { zh: '不合格', en: 'Failed' }],
  ['idle', { zh: '未开始', en: 'Not begun' }],
  ['ended', { zh: '已注销', en: 'Ended' }],
]

function StateWords() {
  const language = useLanguage()
  return (
    <p style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 32px' }}>
      {toneTexts.map(([tone, texts]) => (
        <StateWord key={tone} tone={tone}>
          {texts[language]}
        </StateWord>
      ))}
    </p>
  )
}

function Jobs() {
  const say = useSay()
  const failed = say('第488行身份证号校验位不符，已全部撤回，没有导入任何一行', 'row 488 has a wrong check digit; nothing was imported')
  return (
    <div className="z-stack">
      <ProgressJob
        title={say('生成准考证', 'Making admission tickets')}
        state="running"
        done={312}
        total={500}
        phase={say('正在生成第312张', 'making number 312')}
        minutesLeft={1}
        onCancel={() => undefined}
      />
      <ProgressJob title={say('导入学员名单', 'Importing trainees')} state="failed" done={487} total={500} phase={failed} />
    </div>
  )
}
