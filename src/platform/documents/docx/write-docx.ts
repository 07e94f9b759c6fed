import {
  AlignmentType,
  CharacterSet,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
} from 'docx'
import { lyingWidth, page, type PreparedDocument, textWidth } from '../layout/prepared.ts'
import { settlePackage } from './settle-package.ts'
import { paragraphOf, runsOf } from './text-runs.ts'
import { dashes, wordBlock } from './word-blocks.ts'
import { wordHead, wordSignatures } from './word-head.ts'
import { twips, wordStyles } from './word-styles.ts'

// The library packs a megabyte of faces in a second; `settlePackage` puts them in faster, under keys that do not change.
const faceToCome = Buffer.alloc(32)

/** Writes a document that Word and LibreOffice open and officials edit: styles, real headings and tables, fonts inside. */
export async function writeDocx(document: PreparedDocument): Promise<Uint8Array> {
  let pictures = 0
  const pictureId = () => (pictures += 1)
  const lastSection = document.sections.length - 1
  const file = new Document({
    title: document.name,
    ...(document.subtitle === null ? {} : { subject: document.subtitle }),
    creator: document.letterhead.slice(0, 2).join(', '),
    lastModifiedBy: document.letterhead[0] ?? '',
    description: document.footer,
    styles: wordStyles,
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true, consecutiveHyphenLimit: 3 },
    fonts: [
      { name: 'PT Serif', data: faceToCome, bold: faceToCome, characterSet: CharacterSet.RUSSIAN },
      { name: 'PT Sans', data: faceToCome, bold: faceToCome, characterSet: CharacterSet.RUSSIAN },
    ],
    numbering: {
      config: [
        {
          reference: dashes,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '—',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: twips(13), hanging: twips(5.5) } } },
            },
          ],
        },
      ],
    },
    sections: document.sections.map(({ lying, blocks }, index) => ({
      properties: { page: sheetOf(lying), type: SectionType.NEXT_PAGE },
      headers: { default: new Header({ children: [paragraphOf('Draft', draftMark(document))] }) },
      footers: { default: new Footer({ children: [footLine(document, lying)] }) },
      children: [
        ...(index === 0 ? wordHead(document) : []),
        ...blocks.flatMap((block, at) =>
          wordBlock(block, pictureId, index === lastSection && at === blocks.length - 1),
        ),
        ...(index === lastSection ? wordSignatures(document) : []),
      ],
    })),
  })
  return settlePackage(await Packer.toBuffer(file), document.madeAt)
}

// The library turns the given sheet itself.
function sheetOf(lying: boolean) {
  return {
    size: {
      width: twips(page.width),
      height: twips(page.height),
      orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      left: twips(page.left),
      right: twips(page.right),
      top: twips(page.top),
      bottom: twips(page.bottom),
      header: twips(10),
      footer: twips(9),
    },
  }
}

const draftMark = ({ registration }: PreparedDocument) => (registration === null ? 'ПРОЕКТ' : '')

function footLine({ footer }: PreparedDocument, lying: boolean): Paragraph {
  return new Paragraph({
    style: 'PageFoot',
    tabStops: [{ type: TabStopType.RIGHT, position: twips(lying ? lyingWidth : textWidth) }],
    children: [
      ...runsOf(footer),
      new TextRun({ children: ['\tСтраница ', PageNumber.CURRENT, ' из ', PageNumber.TOTAL_PAGES] }),
    ],
  })
}
