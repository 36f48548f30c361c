"""The lessons of the source deck as behaviour, one for each of its rows D1 to D31.

Each plays two ways in the same worlds through the real market, and shows that what the row says is there and that it goes when
the one lever or number behind it is switched off. How: `tests/lessons/arms.py`. Where each row lives in play, and what is
weaker than the row: `docs/deck-coverage.md`.
"""

from dataclasses import replace

import pytest

from tests.lessons.arms import Lesson, given, market, way
from tests.lessons.learning import (
    test_D9_rules_win_without_data_trees_with_a_few_and_depth_only_with_plenty,
    test_D12_how_long_the_experiment_takes_is_known_when_it_is_over,
    test_D18_open_data_alone_serve_everybody_a_little_and_the_old_rules_serve_them_better,
    test_D21_a_fair_average_hides_the_group_nobody_collected_and_the_future_is_not_in_the_data,
    test_D22_an_expert_makes_a_few_data_go_far_and_cannot_make_up_for_data_about_others,
    test_D23_know_how_is_tuning_release_by_release_and_paying_back_what_haste_left,
    test_D24_depth_needs_machines_and_plenty_and_cannot_explain_itself_to_clients,
    test_D25_all_eight_stages_take_their_weeks_before_anybody_can_use_the_model,
    test_D29_in_fashion_the_model_of_last_season_fails_and_in_law_it_may_rest,
    test_D30_what_people_wrote_in_another_language_of_feeling_teaches_little_about_ours,
)
from tests.lessons.loop import (
    test_D10_few_users_leave_few_data_few_data_a_poor_model_and_a_poor_model_few_users,
    test_D11_any_one_link_broken_sets_the_circle_turning_and_none_always,
    test_D13_a_heap_of_raw_data_trains_nothing_until_it_is_cleaned,
    test_D14_open_data_cost_nothing_and_are_few_and_about_somebody_else,
    test_D16_an_own_service_grows_its_data_and_asking_well_cleans_them,
    test_D31_technology_business_and_users_stand_together_or_not_at_all,
)
from tests.lessons.money import (
    test_D1_the_same_rules_under_an_ai_label_raise_more_until_the_label_wears_out,
    test_D2_public_money_prefers_the_label_and_is_paid_back_in_reports,
    test_D3_one_fund_asks_who_earns_and_the_other_what_nobody_else_has,
    test_D6_a_content_service_lives_on_the_people_who_come_however_good_its_model,
    test_D7_a_technology_firm_is_paid_for_what_it_saves_if_it_can_be_made_at_all,
    test_D8_what_nobody_else_can_do_has_a_price_of_its_own,
    test_D15_whoever_crawls_first_has_spent_the_capital_before_anybody_can_use_the_service,
    test_D17_a_voucher_buys_a_small_firm_the_data_it_has_no_users_for,
    test_D20_every_item_left_out_of_the_bill_is_paid_for_elsewhere,
)
from tests.lessons.people import (
    test_D4_people_leave_what_is_slow_awkward_dear_or_bad_and_say_which,
    test_D5_the_same_week_looks_different_to_the_model_the_books_and_the_people,
    test_D19_selling_what_people_wrote_pays_until_one_tells_the_other,
    test_D26_who_sees_the_analysis_at_work_waits_gladly_and_who_does_not_wants_it_at_once,
    test_D27_content_holds_people_before_there_is_a_model_worth_the_name,
    test_D28_design_brings_people_and_questions_well_asked_bring_cleaner_answers,
)
from tests.lessons.readings import DEEP, PLENTY, effective

ROWS = (
    test_D1_the_same_rules_under_an_ai_label_raise_more_until_the_label_wears_out,
    test_D2_public_money_prefers_the_label_and_is_paid_back_in_reports,
    test_D3_one_fund_asks_who_earns_and_the_other_what_nobody_else_has,
    test_D4_people_leave_what_is_slow_awkward_dear_or_bad_and_say_which,
    test_D5_the_same_week_looks_different_to_the_model_the_books_and_the_people,
    test_D6_a_content_service_lives_on_the_people_who_come_however_good_its_model,
    test_D7_a_technology_firm_is_paid_for_what_it_saves_if_it_can_be_made_at_all,
    test_D8_what_nobody_else_can_do_has_a_price_of_its_own,
    test_D9_rules_win_without_data_trees_with_a_few_and_depth_only_with_plenty,
    test_D10_few_users_leave_few_data_few_data_a_poor_model_and_a_poor_model_few_users,
    test_D11_any_one_link_broken_sets_the_circle_turning_and_none_always,
    test_D12_how_long_the_experiment_takes_is_known_when_it_is_over,
    test_D13_a_heap_of_raw_data_trains_nothing_until_it_is_cleaned,
    test_D14_open_data_cost_nothing_and_are_few_and_about_somebody_else,
    test_D15_whoever_crawls_first_has_spent_the_capital_before_anybody_can_use_the_service,
    test_D16_an_own_service_grows_its_data_and_asking_well_cleans_them,
    test_D17_a_voucher_buys_a_small_firm_the_data_it_has_no_users_for,
    test_D18_open_data_alone_serve_everybody_a_little_and_the_old_rules_serve_them_better,
    test_D19_selling_what_people_wrote_pays_until_one_tells_the_other,
    test_D20_every_item_left_out_of_the_bill_is_paid_for_elsewhere,
    test_D21_a_fair_average_hides_the_group_nobody_collected_and_the_future_is_not_in_the_data,
    test_D22_an_expert_makes_a_few_data_go_far_and_cannot_make_up_for_data_about_others,
    test_D23_know_how_is_tuning_release_by_release_and_paying_back_what_haste_left,
    test_D24_depth_needs_machines_and_plenty_and_cannot_explain_itself_to_clients,
    test_D25_all_eight_stages_take_their_weeks_before_anybody_can_use_the_model,
    test_D26_who_sees_the_analysis_at_work_waits_gladly_and_who_does_not_wants_it_at_once,
    test_D27_content_holds_people_before_there_is_a_model_worth_the_name,
    test_D28_design_brings_people_and_questions_well_asked_bring_cleaner_answers,
    test_D29_in_fashion_the_model_of_last_season_fails_and_in_law_it_may_rest,
    test_D30_what_people_wrote_in_another_language_of_feeling_teaches_little_about_ours,
    test_D31_technology_business_and_users_stand_together_or_not_at_all,
)


def test_every_row_of_the_deck_has_one_lesson_in_its_order() -> None:
    assert [lesson.__name__.split("_")[1] for lesson in ROWS] == [f"D{row}" for row in range(1, 32)]


def test_a_lesson_fails_where_its_mechanism_is_switched_off() -> None:
    level = market(30, 20)
    lesson = Lesson(level, way(model=DEEP), way(model=DEEP, buying_won=PLENTY), effective, 1_000)
    deaf = given(level, item_cost=1e15)
    lesson.holds(deaf)
    with pytest.raises(AssertionError, match="does not show"):
        replace(lesson, level=deaf).holds(deaf)
    with pytest.raises(AssertionError, match="something else"):
        lesson.holds(given(level, item_cost=500.0))
