/** The standard checklist (facts: onboarding). A change of a text needs a higher number in `standard-tasks.ts`. */
export const onboardingTasks = {
  accept_seat: {
    title: 'Accept your seat and its term',
    text: `You have said yes to a seat. Please look once more at the dates above: they are the first and the last day of your term.

By signing you accept the seat for this term. You will come to the meetings or say early that you cannot, read the papers before, and speak for the people of your community, not only for yourself.

If you can no longer serve, tell the staff. Nobody will hold it against you.`,
  },
  contact: {
    title: 'Check your contact, language and name',
    text: `We write to you in the language you choose here. Your name stands on the public roster. Your phone and your address never do.`,
  },
  access_needs: {
    title: 'Tell us what you need to take part',
    text: `Tell us once, and we arrange it for every meeting: an interpreter, a step-free way, captions, large print, child care.

Leave everything empty if you need nothing. You can change it later.`,
  },
  code_of_conduct: {
    title: 'Code of conduct',
    text: `## How we work together
- I prepare. I read the papers before the meeting.
- I listen to understand. I let others finish, and I leave room for those who speak less.
- I disagree with ideas, never with a person's worth. I do not mock, threaten or shout.
- I respect every language. I wait for the interpreter.
- I keep what I learn about a child or a family to myself. I name no pupil in a meeting or a paper.

## How I use my seat
- I speak for the collaborative only when it has asked me to. On my own I say that I speak for myself.
- I ask for nothing for myself, my family or my business. When something touches them, I say so and step back.
- I take no gifts because of my seat.
- I do not decide things with other members outside a meeting, also not in chats.

## When something goes wrong
- I can tell the chair or the staff, and I will be heard. Nobody is punished for speaking up in good faith.
- The chair may ask me to stop or to leave a meeting. Repeated or serious breaches can cost me my seat, after I have been heard.`,
  },
  conflict_statement: {
    title: 'Conflict-of-interest statement',
    text: `A conflict of interest is anything that could make people ask whom your advice serves. It is no disgrace to have one. It is wrong to hide it.

Tell us about:
- work for the district, a school or a company that sells to them, by you or someone in your home
- money, property or a business that a decision could touch
- a leading part in a group that asks the district for money or a contract
- a relative who decides on such things

You give this statement every year, and sooner when something changes. The staff of your collaborative read it. In a meeting you say it again when the matter comes up, and you do not vote on it.`,
  },
  open_meeting_act: {
    title: 'What the open-meeting act asks of you',
    text: `California's open-meeting act says that public bodies do the people's work in front of the people. In our own words it asks this of you. A copy of the act is on your collaborative's page, and the staff will print one for you.

## Notice
- The agenda of a regular meeting is posted at least 72 hours before. Of a special meeting, 24 hours before.
- We act only on what stands on the posted agenda.

## In the open
- Anyone may come, listen and speak. Nobody has to give a name.
- Votes are taken in public. How each member voted is written down. There are no secret ballots.
- Papers that most members get are for the public too, at the same moment.

## Between meetings
- A majority of members must not discuss the collaborative's business outside a meeting. Not in one room, and not in a chain: member to member, by phone, e-mail, chat or through a third person.
- You may talk with one other member, with staff, with your community. Take care that it does not travel on until most members have taken part.
- Do not answer all in a mail about the collaborative's business.

## From afar
- Joining from another place has its own rules. Ask the staff before the meeting.

By signing you say that you have been given a copy of the act and this summary.`,
  },
  charge: {
    title: 'The charge of your collaborative',
    text: `## What we are for
The collaborative brings families, neighbors, philanthropy and local business together with the leadership of the local district. It informs, it promotes, and it advises. It does not run schools and does not decide on staff or pupils.

## Members
Seats belong to groups of the community, so that many voices are heard. Members serve for a set term, as a rule two years, and may serve three terms in a row. The public roster shows who sits.

## Officers
The members choose a chair, a vice chair and a secretary by open vote at the first meeting of the year. The chair leads the meeting, the vice chair stands in, and the secretary sees to the minutes. An office ends with the seat.

## Staff
Each collaborative has a staff contact at the local district. You find the name and address on its page. Staff prepare the papers, book rooms and interpreters, and answer your questions.

## Goals and reports
Once a year we agree on a few goals. Each spring we report on what we advised and what came of it. The report is public.

## Meetings
We meet in the open, as a rule once a month in the school year. More than half of the filled voting seats must be there before we may vote.

## Advice
Our advice goes out as a numbered note. The local district says within five working days that it has it, and answers each point within thirty.

## Means and policies
You get papers, interpretation and child care at no cost. The seat is not paid. The policies of the district on respect, safety, privacy and records hold for us too.`,
  },
  meeting_procedure: {
    title: 'Meeting procedure in ten minutes',
    text: `## Before
You get the agenda with its papers. Say whether you are coming. If you cannot, say so early: without enough members we may not vote.

## Roll call and quorum
The secretary calls each name. Answer “here”. Quorum means that more than half of the filled voting seats are taken. If members leave and quorum is lost, we may talk, but not vote.

## One item at a time
The chair opens an item, somebody presents it, the public may comment, then members speak. Raise a hand, wait to be called, keep to the item.

## From an idea to a vote
- A member says: “I move that …” and reads one clear sentence. That is the motion.
- Another member says: “I second.” It only means: let us discuss it.
- Members discuss. To change the words, say: “I move to amend …”. The change is voted on first.
- The chair reads the motion once more.
- The secretary calls the roll. Each member says yes, no or abstain. More yes than no, and the motion carries.

## Useful sentences
- “Point of order”: a rule is not being kept. The chair answers at once.
- “I move to postpone this to the next meeting.”
- “I have a conflict”: say so before the talk begins, then step back.
- “May we have that in plain words?” is always in order.

## After
The secretary drafts the minutes. Look at them, suggest corrections, and we approve them at the next meeting.`,
  },
  orientation: {
    title: 'Come to an orientation meeting',
    text: `In an hour and a half you meet the staff and other new members, hear how the local district works, and walk through a meeting. Interpreters and child care are there if you tell us before.

Staff mark that you were there. You need not do anything here.`,
  },
  directory: {
    title: 'Directory and photos',
    text: `Fellow members can write to you through this site in any case. Here you choose whether they also see how to reach you, and whether we may show photos of you.`,
  },
  emergency_contact: {
    title: 'Emergency contact',
    text: `Whom should we call if something happens to you at a meeting? Only staff see this.`,
  },
  clearance: {
    title: 'Volunteer clearance',
    text: `This is only for roles that bring you together with pupils, such as a visit to a school. Staff tell you if yours is one and help you with it.

We keep only the date until which you are cleared. The papers stay with the office that checks them.`,
  },
  interview: {
    title: 'Talk about staying or leaving',
    text: `Three months before your term ends, staff ask you how it was, and whether you would like to serve again.`,
  },
} as const;
