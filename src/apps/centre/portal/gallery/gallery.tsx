import { Button, DatePicker, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { instantOf } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { FindingList } from '../../../../ui/components/facts/finding-list.tsx'
import { ProgressJob } from '../../../../ui/components/facts/progress-job.tsx'
import { StateHistory, StateSteps } from '../../../../ui/components/facts/state-steps.tsx'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { type IconName, iconPaths } from '../../../../ui/components/mark/icon-paths.ts'
import { StateWord, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet, TwoSides } from '../../../../ui/components/page/sheet.tsx'
import { WaitCards } from '../../../../ui/components/page/wait-card.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { UploadField } from '../../../../ui/components/form/upload-field.tsx'
import { showInstant, showLeft, showMinutes, showMoney } from '../../../../ui/format.ts'
import { useLanguage } from '../../../../ui/words.ts'
import { findings } from './sample-texts.ts'

type Texts = { readonly zh: string; readonly en: string }
export function useSay() {
  const language = useLanguage()
  return (zh: string, en: string) => ({ zh, en })[language]
}

/** The home of a registrar: what waits, and how the states look. */
export function HomeSample() {
  const say = useSay()
  const today = localDate('2026-11-23')
  const language = useLanguage()
  const waits = [
    { count: 3, what: say('份申报待审', 'applications to review'), due: say('最早一份', 'the first: ') + showLeft(today, localDate('2026-11-25'), language), to: '/gallery/table' },
    { count: 1, what: say('份结业证书将过期', 'completion proof about to lapse'), due: showLeft(today, localDate('2026-11-21'), language), tone: 'failing' as const, to: '/gallery/detail' },
    { count: 1204, what: say('张准考证正在生成', 'tickets being made'), due: say('约剩', 'about ') + showMinutes(4, language), tone: 'running' as const, to: '/gallery/form' },
  ]
  return (
    <>
      <PageHead title={say('工作台', 'Desk')} purpose={say('这里列出等您处理的事项，按紧急程度排列。', 'What waits for you, most urgent first.')} action={<Button type="primary" onClick={() => notice(say('已保存', 'Saved'))}>{say('新建考次', 'New session')}</Button>} />
      <div className="z-stack">
        <WaitCards waits={waits} />
        <Sheet title={say('2026年11月考次', 'Session of November 2026')} note={say('国家统考', 'national')}>
          <StateSteps at={3} steps={[['公布', 'Published'], ['报名', 'Registration'], ['资格审查', 'Review'], ['编场', 'Seating'], ['考试', 'Examination'], ['评分', 'Marking'], ['公布成绩', 'Publication']].map(([zh = '', en = ''], at) => ({ name: say(zh, en), note: `11-${String(2 + at * 4).padStart(2, '0')}` }))} />
        </Sheet>
        <Sheet title={say('状态用词', 'States')}><StateWords /></Sheet>
        <Sheet title={say('长时任务', 'Long work')}>
          <div className="z-stack">
            <ProgressJob title={say('生成准考证', 'Making admission tickets')} state="running" done={312} total={500} phase={say('正在生成第312张', 'making number 312')} minutesLeft={1} onCancel={() => undefined} />
            <ProgressJob title={say('导入学员名单', 'Importing trainees')} state="failed" done={487} total={500} phase={say('第488行身份证号校验位不符，已全部撤回，没有导入任何一行', 'row 488 has a wrong check digit; nothing was imported')} />
          </div>
        </Sheet>
        <Sheet title={say('图标', 'Icons')}>
          <p style={{ display: 'flex', flexWrap: 'wrap', gap: 20 }}>{(Object.keys(iconPaths) as IconName[]).map(name => <Icon key={name} name={name} size={24} />)}</p>
        </Sheet>
      </div>
    </>
  )
}

const toneTexts: readonly (readonly [Tone, Texts])[] = [
  ['done', { zh: '已通过', en: 'Passed' }], ['running', { zh: '进行中', en: 'Running' }], ['waiting', { zh: '待处理', en: 'Waiting' }],
  ['failing', { zh: '不合格', en: 'Failed' }], ['idle', { zh: '未开始', en: 'Not begun' }], ['ended', { zh: '已注销', en: 'Ended' }],
]

function StateWords() {
  const language = useLanguage()
  return <p style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 32px' }}>{toneTexts.map(([tone, texts]) => <StateWord key={tone} tone={tone}>{texts[language]}</StateWord>)}</p>
}

const refusal = {
  code: 'application-closed', status: 409, facts: {},
  zh: '本考次报名已于2026年11月20日（周五）17:00截止。您填写的内容已存为草稿，可转报2027年2月考次。',
  en: 'Registration for this session closed on Fri 20 Nov 2026, 17:00. What you entered is kept as a draft for the session of February 2027.',
}

/** One application: facts left, evidence and history right. */
export function DetailSample() {
  const say = useSay()
  const language = useLanguage()
  const at = (iso: string) => showInstant(instantOf(iso), language)
  const facts = [
    { label: say('姓名', 'Name'), value: '阿依古丽·买买提' },
    { label: say('证件号码', 'ID number'), value: '650***********0428' },
    { label: say('申报等级', 'Level'), value: say('电子商务师（三级）', 'E-commerce specialist, level 3') },
    { label: say('考次', 'Session'), value: say('2026年11月', 'November 2026'), note: at('2026-11-28T01:00:00Z') },
    { label: say('理论时长', 'Theory'), value: showMinutes(90, language) },
    { label: say('鉴定费', 'Fee'), value: showMoney(31500) },
  ]
  const happenings = [
    { at: at('2026-11-22T06:12:00Z'), what: say('要求补充材料', 'Evidence asked'), who: say('报名审核员　高山流', 'Registrar Gao'), why: say('毕业证书第二页看不清印章，请重新扫描。', 'The stamp on page two cannot be read; scan it again.'), tone: 'waiting' as const },
    { at: at('2026-11-20T01:03:00Z'), what: say('提交申报', 'Application submitted'), who: say('本人', 'Applicant'), tone: 'running' as const },
    { at: at('2026-11-19T12:40:00Z'), what: say('建立草稿', 'Draft made'), who: say('本人', 'Applicant') },
  ]
  return (
    <>
      <PageHead title={say('申报审核', 'Review')} purpose={say('对照申报条件逐款核对材料，给出审核结论。', 'Check the evidence against each clause and decide.')} waiting={say('还有2天', '2 days left')} trail={<a href="/gallery/table">{say('申报列表', 'Applications')}</a>} more={<Button danger>{say('不通过', 'Refuse')}</Button>} action={<Button type="primary">{say('审核通过', 'Accept')}</Button>} />
      <TwoSides
        facts={<><Sheet title={say('申报信息', 'Application')}><Facts facts={facts} /></Sheet><Sheet title={say('经过', 'History')}><StateHistory happenings={happenings} /></Sheet></>}
        evidence={<><RefusalNote refusal={refusal} what={say('申报未能提交', 'The application was not submitted')} next={<a href="/gallery/home">{say('转报下一考次', 'Move to the next session')}</a>} /><Sheet title={say('申报条件核对', 'Eligibility')} note={say('具备以下条件之一', 'one of these')}><FindingList findings={findings[language]} /></Sheet></>}
      />
    </>
  )
}

/** A form with uploads and a fault told beside its field; then what is empty and what is on its way. */
export function FormSample() {
  const say = useSay()
  const [file, setFile] = useState<File | null>(null)
  const [portrait, setPortrait] = useState<File | null>(null)
  const faults = { help: say('与身份证件上的出生日期不一致，请核对。', 'Differs from the date on the ID document.'), validateStatus: 'error' as const }
  return (
    <>
      <PageHead title={say('填写申报', 'Apply')} purpose={say('填写后可随时保存为草稿，提交前都能修改。', 'Saved as a draft as you go; change it until you submit.')} />
      <TwoSides
        facts={
          <Sheet title={say('基本信息', 'Person')}>
            <Form layout="vertical" size="large">
              <Form.Item label={say('姓名', 'Name')} required><Input defaultValue="李𬱟" /></Form.Item>
              <Form.Item label={say('出生日期', 'Date of birth')} required {...faults}><DatePicker style={{ width: '100%' }} /></Form.Item>
              <Form.Item label={say('学历', 'Education')}><Select placeholder={say('请选择', 'Choose')} options={['高中', '中专', '大专', '本科'].map(value => ({ value, label: value }))} /></Form.Item>
              <Button type="primary" size="large">{say('提交申报', 'Submit')}</Button>
            </Form>
          </Sheet>
        }
        evidence={
          <>
            <UploadField kind="photo" label={say('证件照', 'Portrait')} value={portrait} onChange={setPortrait} />
            <UploadField kind="evidence" label={say('毕业证书', 'Diploma')} value={file} onChange={setFile} fault={say('第二页看不清印章，请重新扫描。', 'The stamp on page two cannot be read.')} />
            <Sheet title={say('准考证', 'Admission ticket')}><EmptyState what={say('还没有准考证', 'No ticket yet')} how={say('编场完成后，准考证会出现在这里，可以下载打印。', 'It appears here once seats are allocated.')} action={<Button>{say('查看考次日程', 'See the calendar')}</Button>} /></Sheet>
            <Sheet title={say('正在读取', 'On its way')}><WaitingSkeleton lines={3} /></Sheet>
          </>
        }
      />
    </>
  )
}
