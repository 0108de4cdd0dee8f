import { z } from 'zod'
import { endpoint } from '../../../../kernel/endpoint.ts'
import { SiteCall } from '../../../delivery/contract.ts'
import { BoardView, OwnCeremonyView, ResultsView, SealingsView, SpokenView } from '../sealing/sealing-views.ts'

const sessionPlace = z.object({ sessionId: z.string().min(1).max(64) })
const sealingPlace = z.object({ sealingId: z.uuid() })
const passPhrase = z.string().min(8, '口令至少8个字符。|A pass phrase has at least eight characters.').max(200)
const SESSION = '/api/exam/sessions/:sessionId'
const SEALING = '/api/exam/sealings/:sealingId'
const CUSTODIANS = ['custodians-number', 'custodian-twice', 'custodian-has-rights', 'custodian-not-staff'] as const

export const listSealings = endpoint({
  method: 'GET',
  path: `${SESSION}/sealings`,
  summary: '试卷包封装 / sealings of a session, with what is missing at its sites',
  params: sessionPlace,
  reply: SealingsView,
  refusals: ['session-unknown'],
})
/** Orders packages for some or all sites, with an opening key of their own; a site sealed before gets a new package. */
export const orderSealing = endpoint({
  method: 'POST',
  path: `${SESSION}/sealings`,
  summary: '下达封装 / order the sealing of packages',
  params: sessionPlace,
  body: z.object({
    rehearsal: z.boolean(),
    sites: z
      .array(z.string().regex(/^\d{8}$/))
      .min(1, '请至少选择一个考点。|Choose at least one site.')
      .max(4000),
    custodians: z.array(z.string().min(1).max(64)).min(2, '请至少选择两位密钥保管人。|Choose at least two custodians.').max(15),
    needed: z.number().int().min(2).max(15),
  }),
  reply: z.object({ sealingId: z.string(), number: z.number() }),
  refusals: [
    'session-unknown',
    'session-not-arranged',
    'sealing-running',
    'site-not-ready',
    'custodian-without-key',
    'changed-meanwhile',
    ...CUSTODIANS,
  ],
})
export const cancelSealing = endpoint({
  method: 'DELETE',
  path: SEALING,
  summary: '取消封装 / cancel a sealing that is not sealed yet',
  params: sealingPlace,
  refusals: ['sealing-unknown', 'sealing-past'],
})
/** A sealer puts their seal on every package of a sealing. */
export const sealPackages = endpoint({
  method: 'POST',
  path: `${SEALING}/seals`,
  summary: '封装人签封 / put a seal on every package',
  params: sealingPlace,
  body: z.object({ passPhrase }),
  reply: z.object({ seals: z.number() }),
  refusals: [
    'sealing-unknown',
    'sealing-not-to-sign',
    'sealer-assembled',
    'sealer-is-custodian',
    'sealer-sealed-already',
    'sealer-without-key',
    'own-pass-phrase-wrong',
  ],
})
export const downloadPackage = endpoint({
  method: 'GET',
  path: `${SEALING}/packages/:siteCode/file`,
  summary: '下载一个考点的试卷包 / the package of one site',
  params: sealingPlace.extend({ siteCode: z.string().regex(/^\d{8}$/) }),
  replies: 'file',
  refusals: ['sealing-unknown', 'package-not-sealed'],
})
export const downloadAllPackages = endpoint({
  method: 'GET',
  path: `${SEALING}/file`,
  summary: '下载全部试卷包 / all packages of a sealing in one archive',
  params: sealingPlace,
  replies: 'file',
  refusals: ['sealing-unknown', 'package-not-sealed', 'packages-too-large'],
})
/** Custodians join the key. What it opens is known by its hash; it is shown for reading out, and kept for sites that fetch it. */
export const joinOpeningKey = endpoint({
  method: 'POST',
  path: `${SEALING}/hand-outs`,
  summary: '合成并发放启封密钥 / join the opening key from the shares of custodians',
  params: sealingPlace,
  body: z.object({ shares: z.array(z.string().trim().min(1).max(120)).min(1).max(15) }),
  reply: SpokenView,
  refusals: [
    'sealing-unknown',
    'sealing-not-sealed',
    'key-joined-too-early',
    'share-mistyped',
    'share-wrong',
    'share-of-another-key',
    'share-twice',
    'shares-too-few',
    'shares-do-not-join',
  ],
})
export const readOpeningKey = endpoint({
  method: 'POST',
  path: `${SEALING}/key-readings`,
  summary: '调阅已发放的启封密钥 / read a key that was handed out, on record',
  params: sealingPlace,
  reply: SpokenView,
  refusals: ['sealing-unknown', 'opening-key-not-joined'],
})
/** What a site has to know of the centre beforehand: who may seal, and whose receipts count. Its fingerprint is compared by voice. */
export const readCentreCard = endpoint({
  method: 'GET',
  path: '/api/exam/centre-card',
  summary: '中心身份卡 / sealers and keys of the centre, with a fingerprint',
  reply: z.object({
    sealers: z.array(z.object({ sealerId: z.string(), personRef: z.string(), name: z.string(), publicKey: z.string() })),
    receiptVerifier: z.string(),
    resultRecipient: z.string(),
    fingerprint: z.string(),
  }),
})

export const readOwnCeremony = endpoint({
  method: 'GET',
  path: '/api/exam/own-ceremony',
  summary: '我的密钥与口令 / own keys, shares and pass phrase',
  reply: OwnCeremonyView,
})
export const makeSealerKey = endpoint({
  method: 'POST',
  path: '/api/exam/own-ceremony/sealer-keys',
  summary: '生成封装人密钥 / make an own key for sealing',
  body: z.object({ passPhrase }),
  reply: z.object({ sealerId: z.string() }),
})
export const makeCustodianKey = endpoint({
  method: 'POST',
  path: '/api/exam/own-ceremony/custodian-keys',
  summary: '登记为密钥保管人 / make an own key that shares are sealed to',
  body: z.object({ passPhrase }),
  reply: z.object({ madeAt: z.number() }),
  refusals: ['custodian-has-rights', 'custodian-not-staff', 'custodian-keeps-share'],
})
export const setHallPass = endpoint({
  method: 'POST',
  path: '/api/exam/own-ceremony/hall-passes',
  summary: '设置考务口令 / set the pass phrase for the consoles of one’s site',
  body: z.object({ passPhrase }),
  reply: z.object({ setAt: z.number() }),
})
/** Shows a share to its custodian, once; afterwards it stands nowhere but on the custodian's card. */
export const takeOwnShare = endpoint({
  method: 'POST',
  path: `${SEALING}/own-share`,
  summary: '领取本人的密钥份额 / take the own share, shown once',
  params: sealingPlace,
  body: z.object({ passPhrase }),
  reply: SpokenView.extend({ place: z.number(), custodians: z.number(), needed: z.number() }),
  refusals: ['share-not-yours', 'share-taken', 'share-not-made', 'own-pass-phrase-wrong'],
})

const CALL = z.object({ call: SiteCall, signature: z.string().max(100) })
const CALLED = ['site-unknown', 'site-signature-wrong', 'site-clock-off', 'package-not-for-site', 'too-many-requests'] as const
/** A site fetches its package by wire. */
export const fetchPackage = endpoint({
  method: 'POST',
  path: '/api/exam/site-calls/package',
  summary: '考点联网取包 / a site fetches its package',
  body: CALL,
  replies: 'file',
  refusals: [...CALLED, 'package-not-sealed'],
})
/** A site fetches the opening key by wire, from half an hour before its first sitting. */
export const fetchOpeningKey = endpoint({
  method: 'POST',
  path: '/api/exam/site-calls/opening-key',
  summary: '考点联网取启封密钥 / a site fetches the opening key',
  body: CALL,
  reply: SpokenView.pick({ text: true, lines: true }),
  refusals: [...CALLED, 'opening-key-not-joined', 'opening-key-too-early'],
})

export const readBoard = endpoint({
  method: 'GET',
  path: `${SESSION}/board`,
  summary: '下发看板 / distribution board: how every site of a session stands',
  params: sessionPlace,
  reply: BoardView,
  refusals: ['session-unknown'],
})
export const listResultsIn = endpoint({
  method: 'GET',
  path: `${SESSION}/results-in`,
  summary: '结果回收 / results that came in, with their ledgers',
  params: sessionPlace,
  reply: ResultsView,
  refusals: ['session-unknown'],
})
/** A result package that came by stick. The same again gives the same receipt. */
export const uploadResult = endpoint({
  method: 'POST',
  path: `${SESSION}/results-in`,
  summary: '上传结果包 / take in a result package',
  upload: true,
  params: sessionPlace,
  body: z.object({}),
  reply: z.object({ sittingId: z.string(), siteCode: z.string(), attempts: z.number(), again: z.boolean() }),
  refusals: [
    'session-unknown',
    'result-not-ours',
    'result-not-one',
    'result-key-unsworn',
    'result-file-missing',
    'result-of-no-sitting',
    'result-statement',
    'result-unsigned',
    'result-servers',
    'result-of-another-site',
    'result-altered',
    'result-line',
    'result-differs',
    'sitting-played-here',
    'site-unknown',
    'package-unknown',
    'file-missing',
    'file-too-large',
  ],
})
export const downloadReceipt = endpoint({
  method: 'GET',
  path: '/api/exam/sittings/:sittingId/receipt',
  summary: '下载收讫回执 / the signed receipt of a result',
  params: z.object({ sittingId: z.uuid() }),
  replies: 'file',
  refusals: ['sitting-unknown', 'result-not-taken'],
})
