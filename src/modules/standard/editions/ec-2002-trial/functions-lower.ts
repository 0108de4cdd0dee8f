import type { OccupationalFunction } from '../../core/edition.ts'
import { moduleNotice2008 } from './sources.ts'

/** 电子商务师国家职业标准(试行;四级名称改为电子商务员等): 职业功能, 工作内容, 技能要求 and 相关知识 of L4 and L3. */
export const functionsLower: readonly OccupationalFunction[] = [
  {
    level: 'L4',
    function: '网络使用',
    functionProvenance: moduleNotice2008,
    tasks: [
      {
        name: '网络信息浏览与下载',
        skills: ['接入网络并设置浏览器', '浏览、收藏、保存网页', '用工具上传和下载文件'],
        knowledge: ['接入方式', 'WWW与浏览器', 'FTP服务'],
        provenance: 'reconstructed',
      },
      {
        name: '电子邮件使用',
        skills: ['申请并配置邮箱', '收发带附件邮件', '管理邮件夹和通讯录'],
        knowledge: ['邮件协议', '邮件礼仪与安全'],
        provenance: 'reconstructed',
      },
      {
        name: '网页制作基础',
        skills: ['用可视化工具做静态页面', '插入文字、图片、表格、链接'],
        knowledge: ['HTML基本标记', '页面布局'],
        provenance: 'reconstructed',
      },
    ],
    note: '功能名来自四模块划分;任务为复原',
  },
  {
    level: 'L4',
    function: '网络营销',
    functionProvenance: moduleNotice2008,
    tasks: [
      {
        name: '网络商务信息采集',
        nameProvenance: 'seed',
        skills: ['用搜索引擎检索商务信息', '用问卷、邮件列表收集信息', '分类、筛选、存储信息'],
        knowledge: ['网络商务信息的特点与分级', '搜索引擎种类', '信息整理方法'],
        provenance: 'reconstructed',
      },
      {
        name: '网络商务信息发布',
        nameProvenance: 'seed',
        skills: ['在分类信息、BBS、新闻组发布', '用邮件列表、电子杂志发布', '发布文字与按钮广告'],
        knowledge: ['发布渠道与规范', '网络广告种类', '许可邮件'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L4',
    function: '电子交易',
    functionProvenance: moduleNotice2008,
    tasks: [
      {
        name: '电子支付',
        nameProvenance: 'seed',
        skills: ['开立个人与企业网上账户', '完成网上付款与查账'],
        knowledge: ['支付工具', '支付流程', '网上银行'],
        provenance: 'reconstructed',
      },
      {
        name: '交易安全',
        nameProvenance: 'seed',
        skills: ['申请、下载、安装数字证书', '签名与加密邮件', '口令与防病毒设置'],
        knowledge: ['加密与数字签名', '认证中心', '安全管理制度'],
        provenance: 'reconstructed',
      },
      {
        name: '网上单证处理',
        nameProvenance: 'seed',
        skills: ['填写并提交网上单证', '接收、核对、回复单证'],
        knowledge: ['单证种类与流程', 'EDI概念'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L3',
    function: '网络使用',
    functionProvenance: moduleNotice2008,
    tasks: [
      {
        name: '网页制作与发布',
        skills: ['用HTML编写表格、表单、多媒体页面', '发布并维护网页'],
        knowledge: ['HTML标记与属性', '静态与动态网页', '站点发布'],
        provenance: 'reconstructed',
      },
      {
        name: '网络商务信息交换',
        skills: ['管理FTP、BBS、新闻组账户', '管理邮件列表订户'],
        knowledge: ['文件传输', '讨论组与列表服务'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L3',
    function: '网络营销',
    functionProvenance: moduleNotice2008,
    tasks: [
      {
        name: '网络市场调研',
        skills: ['设计并发布网上问卷', '汇总分析调研数据', '撰写调研简报'],
        knowledge: ['调研方法', '样本与偏差', '数据整理'],
        provenance: 'reconstructed',
      },
      {
        name: '网络营销工具应用',
        skills: ['搜索引擎登记与关键词设置', '策划并投放网络广告', '经营邮件列表'],
        knowledge: ['网络营销方法', '广告计价', '许可营销'],
        provenance: 'reconstructed',
      },
      {
        name: '网上商店经营',
        skills: ['建立并发布网上商店', '录入期初数据与商品', '处理采购、库存、销售'],
        knowledge: ['B2C流程', '进销存基础', '客户服务'],
        provenance: 'reconstructed',
      },
    ],
  },
  {
    level: 'L3',
    function: '电子交易',
    functionProvenance: moduleNotice2008,
    tasks: [
      {
        name: '网上单证设计',
        skills: ['按业务设计单证字段与流程', '在EDI应用中录入并生成报文'],
        knowledge: ['单证要素', 'EDI标准与报文'],
        provenance: 'reconstructed',
      },
      {
        name: '电子合同洽谈与签订',
        skills: ['网上询价与报价', '洽谈、起草并签订电子合同'],
        knowledge: ['要约与承诺', '电子合同与电子签名'],
        provenance: 'reconstructed',
      },
      {
        name: '电子支付与结算',
        skills: ['企业网上银行付款', '应收应付核对'],
        knowledge: ['B2B结算', '支付网关'],
        provenance: 'reconstructed',
      },
      {
        name: '物流信息处理',
        skills: ['申请物流服务', '查询并跟踪配送'],
        knowledge: ['物流环节', '物流信息技术'],
        provenance: 'reconstructed',
      },
      {
        name: '交易安全管理',
        skills: ['管理证书的申请、吊销', '制定账户与口令规则'],
        knowledge: ['PKI', 'SSL与SET', '安全制度'],
        provenance: 'reconstructed',
      },
    ],
  },
]
