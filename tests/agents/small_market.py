"""A small market in two builds, people as objects and people as columns, which must behave alike."""

import mesa
import numpy as np
from mesa.datacollection import DataCollector

from agents.columns import Column, ColumnAgent, Lazy, PopulationModel

PEOPLE = 50


def wealth_of(number):
    return number * 7 % 10


def mood_of(number):
    return number * 3 % 8 / 4


class Person:
    """What a person does, whatever it is kept in."""

    def earn(self, amount, times=1):
        self.wealth += amount * times
        return self.wealth

    def step(self):
        self.wealth += self.random.randrange(3)

    def is_happy(self):
        return self.mood > 1


class ObjectPerson(Person, mesa.Agent):
    """A person as Mesa keeps one."""

    def __init__(self, model, number):
        super().__init__(model)
        self.wealth = wealth_of(number)
        self.mood = mood_of(number)
        self.service = number % 3 - 1
        self.tastes = np.array([number, 0, -number], dtype=np.int16)

    @property
    def is_rich(self):
        return self.wealth > 5

    @property
    def group(self):
        return "ABC"[self.service + 1]


class ColumnPerson(Person, ColumnAgent):
    """The same person as a row."""

    service = Column(np.int8, "firm used, -1 none", default=-1)
    wealth = Column(np.int32, "won")
    mood = Column(np.float64, "0..2")
    tastes = Column(np.int16, "what matters to the person", width=3)
    is_rich = Lazy(lambda model, rows: model.columns["wealth"][rows] > 5, "more than 5 won")
    double = Lazy(
        lambda model, rows: model.columns["wealth"][rows] * 2,
        "twice the wealth",
        lambda model, rows, values: model.columns["wealth"].__setitem__(rows, values // 2),
    )

    @property
    def group(self):
        return "ABC"[self.service + 1]


class Shop(mesa.Agent):
    """An ordinary agent beside the people."""

    def __init__(self, model, wealth=100):
        super().__init__(model)
        self.wealth = wealth

    def earn(self, amount):
        self.wealth += amount


def start(size=PEOPLE):
    """Return the columns of so many people, row for row the attributes of the objects."""
    numbers = np.arange(size)
    return {
        "wealth": wealth_of(numbers),
        "mood": mood_of(numbers),
        "service": numbers % 3 - 1,
        "tastes": np.stack([numbers, 0 * numbers, -numbers], axis=1),
    }


class ObjectMarket(mesa.Model):
    """Fifty objects."""

    def __init__(self, seed=None):
        super().__init__(rng=seed)
        for number in range(PEOPLE):
            ObjectPerson(self, number)


class ColumnMarket(PopulationModel):
    """So many rows, and then so many objects of the same behaviour."""

    def __init__(self, seed=None, people=PEOPLE, objects=0):
        super().__init__(rng=seed)
        self.populate(ColumnPerson, people, start(people))
        for number in range(people, people + objects):
            ObjectPerson(self, number)


class ShoppingMarket(PopulationModel):
    """A market as a student writes one: people, shops, a collector and a step."""

    def __init__(self, people=20, shops=2, seed=None):
        super().__init__(rng=seed)
        self.populate(ColumnPerson, people, start(people))
        Shop.create_agents(self, shops)
        self.datacollector = DataCollector(
            model_reporters={"total": total_wealth, "people": count_people},
            # Functions instead of names: Mesa turns a name into a closure, which no pickle takes.
            agent_reporters={"wealth": wealth},
            agenttype_reporters={Shop: {"till": wealth}},
        )

    def step(self):
        self.users.shuffle_do("step")
        self.agents_by_type[Shop].do("earn", 5)
        self.datacollector.collect(self)
        self.running = self.steps < 4


def total_wealth(model):
    return model.agents.agg("wealth", sum)


def wealth(agent):
    return agent.wealth


def count_people(model):
    return len(model.users)
