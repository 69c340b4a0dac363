/** A notes document, and what it says about the meeting of Wednesday, December 9, 2026. */
export interface Layout {
  readonly name: string;
  readonly document: string;
  /** Topics, or the kind of agenda. */
  readonly says: readonly string[] | 'empty' | 'called off' | 'unclear';
}

function layout(name: string, says: Layout['says'], document: string): Layout {
  return { name, says, document };
}

const TWO = ['KV cache routing', 'Autoscaling KEP review'];

/** As Google exports them in plain text, and as HackMD gives them. */
export const LAYOUTS: readonly Layout[] = [
  layout(
    'Google’s building block for meeting notes',
    TWO,
    `\uFEFFWG Serving meeting notes

Dec 9, 2026 | WG Serving Weekly Meeting
Attendees: Yuan Tang  Jiaxin Shan
Notes
* KV cache routing
* Autoscaling KEP review
Action items
[ ] Yuan to open the issue

Nov 25, 2026 | WG Serving Weekly Meeting
Attendees: Yuan Tang
Notes
* Old topic
Action items
[x] Done`,
  ),
  layout(
    'the building block, not filled in yet',
    'empty',
    `Dec 9, 2026 | WG Serving Weekly Meeting
Attendees:
Notes
* 
Action items
* 

Nov 25, 2026 | WG Serving Weekly Meeting
Attendees: Yuan
Notes
* Old topic`,
  ),
  layout(
    'Markdown headings with an agenda',
    TWO,
    `# WG Serving

## 2026-12-09
### Attendees
- Alice
- Bob
### Agenda
- KV cache routing
- Autoscaling KEP review
### Action items
- [ ] Alice: write it up

## 2026-11-25
### Agenda
- Old topic`,
  ),
  layout(
    'bullets directly under a Markdown date',
    TWO,
    `## December 9, 2026
* KV cache routing
* Autoscaling KEP review
## November 25, 2026
* Old topic`,
  ),
  layout(
    'the word agenda in the heading',
    TWO,
    `## Agenda (2026-12-09):

* KV cache routing
    * details
    * more details
* Autoscaling KEP review

## Agenda (2026-11-25)
* Old topic`,
  ),
  layout(
    'dates without a year, newest first',
    TWO,
    `December 9, 11a - Noon (Pacific Time)
* KV cache routing
* Autoscaling KEP review
November 25 - CANCELLED
November 11
* Old topic
January 14
* Much older
December 10
* A year ago`,
  ),
  layout(
    'the same day a year ago, without years',
    'unclear',
    `December 16
* Next week's
November 25
* Old topic
January 14
* Much older
December 9
* A year ago`,
  ),
  layout(
    'years as headings of their own',
    TWO,
    `# 2026
## December 9
* KV cache routing
* Autoscaling KEP review
# 2025
## December 9
* A year ago`,
  ),
  layout(
    'only last year’s December 9 under its year',
    'empty',
    `# 2026
## November 25
* Old topic
# 2025
## December 9
* A year ago`,
  ),
  layout(
    'oldest first',
    TWO,
    `2026-11-11
* Older topic
2026-11-25
* Old topic
2026-12-09
* KV cache routing
* Autoscaling KEP review`,
  ),
  layout(
    'American dates in bold, with labels in plain lines',
    TWO,
    `**12/09/2026**

**10:30am Pacific (18:30 UTC)**

New contributors
* Carol

Updates/reminders
* This week's PR wrangler: @alice

Agenda
* KV cache routing
* Autoscaling KEP review

**11/25/2026**

Agenda
* Old topic`,
  ),
  layout(
    'European dates',
    TWO,
    `09.12.2026
Agenda
1. KV cache routing
2. Autoscaling KEP review
25.11.2026
Agenda
1. Old topic`,
  ),
  layout(
    'a date that may be December 9 or September 12',
    'unclear',
    `12/09/2026
Agenda
* KV cache routing`,
  ),
  layout(
    'labels as bullets',
    TWO,
    `# December 9th weekly meeting
* Host: Bob
* Notetaker:
* Attendees:
    * Alice
    * Dan
* Agenda:
    * KV cache routing
        * detail
    * Autoscaling KEP review
* Action items:
    * Alice: write it up`,
  ),
  layout(
    'topics numbered, with owners',
    ['[Yuan] KV cache routing (10 min)', '[Jiaxin] Autoscaling KEP review'],
    `## Wed, Dec 9, 2026
Agenda
1) [Yuan] KV cache routing (10 min)
2) [Jiaxin] Autoscaling KEP review`,
  ),
  layout(
    'topics in plain lines under an agenda',
    TWO,
    `Dec 9, 2026
Attendees: Alice, Bob
Agenda:
KV cache routing
Autoscaling KEP review

Nov 25, 2026
Agenda:
Old topic`,
  ),
  layout(
    'prose under the date',
    'unclear',
    `Dec 9, 2026
We will look at what came out of the summit, and then decide how to go on with the rest of the work.
Nov 25, 2026
Something else.`,
  ),
  layout(
    'a template to be filled in',
    'empty',
    `## 2026-12-09
### Attendees
- [your name]
### Agenda
- [your name and topic here]
- Topic 2
- TBD
### Action items
-

## 2026-11-25
### Agenda
- Old topic`,
  ),
  layout(
    'what every meeting begins and ends with',
    'empty',
    `## 2026-12-09
Agenda
* Welcome and introductions [host] (5 min)
* Code of conduct reminder
* Open discussion
* AOB`,
  ),
  layout(
    'the same, with a topic between',
    ['KV cache routing'],
    `## 2026-12-09
Agenda
* Welcome / intros
* KV cache routing
* Open mic/Discussion`,
  ),
  layout(
    'a template for coming meetings at the top',
    TWO,
    `# Template
## YYYY-MM-DD
- [name] topic

# Notes
## 2026-12-09
- KV cache routing
- Autoscaling KEP review`,
  ),
  layout(
    'tasks as topics, one done',
    ['KV cache routing'],
    `## 2026-12-09
- [ ] KV cache routing
- [x] Autoscaling KEP review`,
  ),
  layout(
    'a topic struck out',
    ['KV cache routing'],
    `## 2026-12-09
* KV cache routing
* ~~Autoscaling KEP review~~`,
  ),
  layout(
    'links, emphasis and comments in topics',
    ['KV cache routing', 'Autoscaling KEP review'],
    `## 2026-12-09
* **[KV cache routing](https://github.com/kubernetes/enhancements/issues/1)**
* _Autoscaling_ KEP review[a]`,
  ),
  layout(
    'Google’s marks escaped in Markdown',
    ['[yuan] KV cache routing'],
    `## 2026/12/09 \\[open meeting\\]
* \\[yuan\\] KV cache routing`,
  ),
  layout(
    'called off in the heading',
    'called off',
    `## 2026/12/09 [Cancelled - KubeCon]
## 2026/11/25
* Old topic`,
  ),
  layout(
    'called off, with a topic below',
    'called off',
    `## Dec 9, 2026 \\[Canceled for the holidays\\]
* Moved to January`,
  ),
  layout(
    'no section for the date, where others have one',
    'empty',
    `## 2026-11-25
* Old topic
## 2026-11-11
* Older topic`,
  ),
  layout(
    'a section for the day after, as in Asia',
    'unclear',
    `## 2026-12-10
* KV cache routing
## 2026-11-26
* Old topic`,
  ),
  layout(
    'no dates at all',
    'unclear',
    `WG Serving ideas
* KV cache routing
* Autoscaling KEP review`,
  ),
  layout('an empty document', 'unclear', '\uFEFF\r\n\r\n'),
  layout(
    'the date only within a sentence',
    'empty',
    `## 2026-11-25
* Release 1.36 is cut on Dec 9, 2026
* On 2026-12-09 we will vote`,
  ),
  layout(
    'a remark about the day that looks like a heading',
    'unclear',
    `Nov 25, 2026
* Old topic
Dec 9, 2026: code freeze
* exceptions need approval`,
  ),
  layout(
    'a heading about the day within another section',
    'empty',
    `## 2026-11-25
### Dec 9: code freeze
- exceptions need approval
## 2026-11-11
- Older topic`,
  ),
  layout(
    'a timeline within another section',
    'empty',
    `## 2026-11-25
* Timeline
  * 2026-12-09
    * code freeze
* Old topic`,
  ),
  layout(
    'a table of contents',
    TWO,
    `Table of contents
Dec 9, 2026    1
Nov 25, 2026    2

Dec 9, 2026
* KV cache routing
* Autoscaling KEP review
Nov 25, 2026
* Old topic`,
  ),
  layout(
    'two meetings on the day, told apart by name',
    TWO,
    `## 2026-12-09 APAC
* Something for APAC
## 2026-12-09 WG Serving Weekly Meeting
* KV cache routing
* Autoscaling KEP review`,
  ),
  layout(
    'two meetings on the day that nobody can tell apart',
    'unclear',
    `## 2026-12-09
* KV cache routing
## 2026-12-09
* Something else`,
  ),
  layout(
    'the wrong weekday beside the date',
    'unclear',
    `## Tuesday, Dec 9, 2026
* KV cache routing`,
  ),
  layout(
    'topics as headings with notes below',
    TWO,
    `## 2026-12-09
### KV cache routing
- a detail
Some prose about it that goes on for a while.
### Autoscaling KEP review
- another detail
## 2026-11-25
### Old topic`,
  ),
  layout(
    'an agenda and notes that are written later',
    TWO,
    `## 2026-12-09
### Agenda
* KV cache routing
* Autoscaling KEP review
### Notes
* (to be written)`,
  ),
  layout(
    'an empty agenda, but something under the notes',
    'unclear',
    `## 2026-12-09
### Agenda
*
### Notes
* KV cache routing`,
  ),
  layout(
    'a list under a label that nobody knows',
    'unclear',
    `Dec 9, 2026
PRs to look at:
* 12345
Nov 25, 2026
* Old topic`,
  ),
  layout(
    'something after the agenda under a label that nobody knows',
    TWO,
    `Dec 9, 2026
Agenda
* KV cache routing
* Autoscaling KEP review
Bring and brag
* A demo of something`,
  ),
  layout(
    'categories that are filled in during the meeting',
    'unclear',
    `## 2026-12-09
* Events:
    * Summit
* Mentoring:
    * Programs`,
  ),
  layout(
    'more topics than an agenda has',
    'unclear',
    `## 2026-12-09\n${Array.from({ length: 30 }, (_, index) => `* Item number ${index}: review`).join('\n')}`,
  ),
  layout(
    'dates as outermost bullets',
    TWO,
    `* 2026-12-09
  * KV cache routing
  * Autoscaling KEP review
* 2026-11-25
  * Old topic`,
  ),
  layout(
    'Windows line ends, tabs and odd bullets',
    TWO,
    'Dec 9, 2026\r\n\t●\tKV cache routing\r\n\t\t○\tdetail\r\n\t●\tAutoscaling KEP review\r\nNov 25, 2026\r\n\t●\tOld topic',
  ),
  layout(
    'a code block that looks like a section',
    ['KV cache routing'],
    '## 2026-12-09\n* KV cache routing\n```\n## 2026-12-09\n* not a topic\n```',
  ),
  layout(
    'comments in Markdown',
    ['KV cache routing'],
    '## 2026-12-09\n<!-- add topics below\n* example topic\n-->\n* KV cache routing',
  ),
  layout(
    'an archive below the plain sections',
    TWO,
    `Dec 9, 2026
* KV cache routing
* Autoscaling KEP review
Past meetings
* see the other document`,
  ),
  layout(
    'someone’s own wording of nothing',
    'empty',
    `## 2026-12-09
* Please add your topics here
* No topics yet
* N/A`,
  ),
  layout(
    'a topic about topics',
    ['Add topic-aware routing', 'How to name the topics in the queue'],
    `## 2026-12-09
* Add topic-aware routing
* How to name the topics in the queue`,
  ),
];
