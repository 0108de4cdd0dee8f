import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

export const registrationRefusals = {
  'round-unknown': {
    status: 404,
    zh: '没有这个报名批次，请从列表中选择考次。',
    en: 'No such registration round; choose a session from the list.',
  },
  'round-exists': { status: 409, zh: '考次{code}的报名批次已开通。', en: 'The round of session {code} is open already.' },
  'round-level-unknown': {
    status: 422,
    zh: '标准版本{edition}没有所列等级，不能开通报名。',
    en: 'Edition {edition} does not have these levels; the round cannot be opened.',
  },
  'round-without-site': {
    status: 422,
    zh: '考次{code}没有考点，不能开通报名。',
    en: 'Session {code} has no site; the round cannot be opened.',
  },
  'round-window-empty': {
    status: 422,
    zh: '考次{code}的报名截止时间不晚于开始时间。',
    en: 'Registration of session {code} would close before it opens.',
  },
  'round-not-open': {
    status: 409,
    zh: '考次{code}的报名尚未开始，{opensOn}起接受申报。',
    en: 'Registration of session {code} opens on {opensOn}.',
  },
  'round-closed': {
    status: 409,
    zh: '考次{code}的报名已于{closedOn}截止，可选择以后的考次。',
    en: 'Registration of session {code} closed on {closedOn}; choose a later one.',
  },
  'level-not-in-round': {
    status: 422,
    zh: '考次{code}不开考所选等级，请改选本考次开考的等级。',
    en: 'This level is not examined in session {code}; choose one that is.',
  },
  'site-not-in-round': {
    status: 422,
    zh: '考次{code}没有所选考点，请重新选择。',
    en: 'The site is not among those of session {code}; choose again.',
  },
  'application-unknown': {
    status: 404,
    zh: '没有找到这份申报，或不在您的权限范围内。',
    en: 'No such application, or not within your scope.',
  },
  'application-duplicate': {
    status: 409,
    zh: '您在考次{code}已有一份申报（{state}），同一考次只能有一份。请打开原申报继续办理。',
    en: 'You already have an application in session {code} ({stateEn}); open it instead.',
  },
  'application-wrong-state': {
    status: 409,
    zh: '这份申报的状态是“{state}”，不能进行这项操作。',
    en: 'The application is “{stateEn}”; this cannot be done.',
  },
  'application-incomplete': {
    status: 422,
    zh: '还有{count}处需要填写或修改，见各栏提示。',
    en: '{count} fields need attention; see the notes beside them.',
  },
  'correction-closed': {
    status: 409,
    zh: '补正期限已过（{until}前提交），请申报以后的考次。',
    en: 'Corrections were due before {until}; apply for a later session.',
  },
  'withdrawal-closed': {
    status: 409,
    zh: '考次{code}报名已截止并开始编场，不能再撤回。因故不能参加的，请联系考点。',
    en: 'Session {code} is being seated; an approved application can no longer be withdrawn. Tell the site if you cannot come.',
  },
  'own-application': { status: 403, zh: '不能审核本人的申报，请交由其他审核员办理。', en: 'Nobody reviews an application of their own.' },
  'clause-unknown': {
    status: 422,
    zh: '所选申报条件不属于这一等级，请重新选择。',
    en: 'The clause does not belong to this level; choose again.',
  },
  'clause-not-met': {
    status: 422,
    zh: '第{number}款尚未满足（按目前情况最早满足日期：{metOn}），请改选已满足的条件，或等条件满足后再申报。',
    en: 'Clause {number} is not met (earliest day as things stand: {metOn}); choose another or apply later.',
  },
  'clause-needs-evidence': {
    status: 422,
    zh: '第{number}款所依据的事实尚无证明材料。请退回申报人补充，或现场核对原件并勾选确认后再通过。',
    en: 'Facts behind clause {number} are not proven; return the application, or confirm the originals seen on site.',
  },
  'reasons-missing': { status: 422, zh: '退回或不通过须写明理由。', en: 'Returning or rejecting needs reasons.' },
  'documents-too-many': {
    status: 409,
    zh: '每份申报最多上传{most}个文件，请合并或删除后再上传。',
    en: 'An application holds at most {most} files; merge or remove some.',
  },
  'document-unknown': { status: 404, zh: '没有找到这份材料，可能已被删除。', en: 'No such document; it may have been removed.' },
  'document-wrong-kind': { status: 422, zh: '这一栏需要的是{wanted}，请选择对应的材料类型。', en: 'This row needs the {wantedEn}.' },
  'fact-unknown': {
    status: 422,
    zh: '材料所对应的经历还没有保存，请稍候再上传。',
    en: 'The row this document belongs to is not saved yet; try again in a moment.',
  },
} as const satisfies RefusalCatalogue
