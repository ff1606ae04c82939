import { settingsFrom, usualSettings } from '../../../src/features/collaboratives';

describe('the settings of a collaborative', () => {
  it('are the usual ones unless it decides otherwise', () => {
    expect(usualSettings).toEqual({
      termYears: 2,
      termLimit: 3,
      endingWithinDays: 90,
      holdoverVotes: true,
      quorum: 'majority_of_filled',
      motionRule: 'majority_of_votes',
      noticeHours: { regular: 72, special: 24 },
      publicCommentMinutes: 2,
      commentWords: 300,
      commentHours: 24,
      minutesDueDays: 10,
      draftMinutesPublic: true,
      acknowledgeDays: 5,
      answerDays: 30,
      minimumReviews: 3,
      spreadFlag: 2,
      blindFirstPass: true,
      smallGroup: 10,
    });
  });

  it('change one by one', () => {
    expect(settingsFrom({ minimumReviews: 4, noticeHours: { regular: 96 } })).toEqual({
      ...usualSettings,
      minimumReviews: 4,
      noticeHours: { regular: 96, special: 24 },
    });
  });

  it.each([{ termYears: 0 }, { quorum: 'two' }, { noticeHours: { regular: -1 } }, { holdoverVotes: 'yes' }, 'nothing', null])(
    'refuse %j',
    (decided) => {
      expect(() => settingsFrom(decided)).toThrow();
    },
  );

  it('leave out what they do not know', () => {
    expect(settingsFrom({ colour: 'red' })).toEqual(usualSettings);
  });
});
