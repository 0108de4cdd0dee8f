import type { RefusalCatalogue } from '../../../../kernel/refusal-catalogue.ts'

export const recordRefusals: RefusalCatalogue = {
  'result-not-over': {
    status: 409,
    zh: '还有{count}名考生的作答没有结束，结果包未生成。请先收卷或结束这些作答。',
    en: '{count} attempts have not ended and no result package was made. Hand them in or end them first.',
  },
  'result-statement': {
    status: 422,
    zh: '结果包的签署声明残缺，未被接收。请考点重新生成并上传。',
    en: 'The signed statement of the result package is incomplete. The site has to build and send it again.',
  },
  'result-unsigned': {
    status: 422,
    zh: '结果包缺少“{signer}”的有效签名，未被接收。请两台服务器和考点负责人签署后重新上传。',
    en: 'The result package lacks a good signature of “{signer}”. Both servers and the site manager have to sign it.',
  },
  'result-servers': {
    status: 422,
    zh: '结果包声明的服务器与实际签署的服务器（{count}台）不符，未被接收。请考点重新生成并上传。',
    en: 'What the result package says of its servers does not fit who signed ({count}). The site has to build and send it again.',
  },
  'result-of-another-site': {
    status: 422,
    zh: '这是考点{site}的结果包，与上传的考点不符，未被接收。请核对后重新上传。',
    en: 'This result package is of site {site}, not of the one that sent it. Check and send the right one.',
  },
  'result-altered': {
    status: 422,
    zh: '结果包的内容与签署的摘要不符，可能在传输中损坏或被改动，未被接收。请重新上传；如仍如此，请保全服务器并报告中心。',
    en: 'The contents of the result package do not fit what was signed. Send it again; if it stays so, keep the servers as they are and tell the centre.',
  },
  'result-line': {
    status: 422,
    zh: '结果包第{line}行自相矛盾，未被接收。请保全考点服务器并报告中心。',
    en: 'Line {line} of the result package contradicts itself. Keep the servers of the site as they are and tell the centre.',
  },
  'result-differs': {
    status: 409,
    zh: '该场次已收过结果，且与这次的不同，未作改动。请保全两份结果包并由两人复核。',
    en: 'Another result of this sitting was taken in before; nothing was changed. Keep both packages and have two persons compare them.',
  },
  'purge-without-receipt': {
    status: 409,
    zh: '没有中心签署的有效回执，考点数据不能清除。请先上传结果包并取得回执。',
    en: 'Without a receipt signed by the centre nothing may be deleted. Send the result package and fetch the receipt first.',
  },
  'purge-receipt-differs': {
    status: 409,
    zh: '中心回执所收的内容与本机现存的不同，考点数据不能清除。请报告中心。',
    en: 'The receipt is for other contents than stand here; nothing may be deleted. Tell the centre.',
  },
  'purge-too-early': {
    status: 409,
    zh: '还没到可以清除的日期，{from}起方可清除。请到期后再操作。',
    en: 'It is too early to delete; that is allowed from {from}. Come back then.',
  },
}
